export * from './actions.tsx'
export { apart } from './apart.ts'
export { type BarRow, Bars, type SmallLine, SmallLines, TwoWayBars } from './bars.tsx'
export { InFile } from './chart.tsx'
export { contrast } from './colour.ts'
export { Difference } from './difference.tsx'
export * from './facts.tsx'
export { type FlowRow, FlowTable } from './flow-table.tsx'
export { Checkbox, Checkboxes, type Choice, Radios } from './forms/choices.tsx'
export {
  BilingualField,
  DateField,
  DateTimeField,
  FileField,
  type Option,
  Select,
  Suggest,
  TextArea,
  TextField,
} from './forms/fields.tsx'
export { ErrorSummary, Hidden, LastStop, Pair, PostForm, Stop, Submit } from './forms/form.tsx'
export * from './home.tsx'
export * from './layout.tsx'
export { Choropleth, LocatorMap, type MapDrawing } from './map.tsx'
export { Breadcrumb, FilterBar, LanguageSwitch, Pagination, SearchBar, type Step, Steps, Tabs } from './navigation.tsx'
export * from './notice.tsx'
export { type OutcomeForm, OutcomeLine, OutcomeMark } from './outcomes.tsx'
export { Page, type PageProps } from './page.tsx'
export { Cover, type CoverPicture, Leaf, Picture } from './pictures.tsx'
export { Emblem, iconSvg, Lines, Mark, Place } from './place.tsx'
export { NetworkPlan, type PlanDrawing } from './plan.tsx'
export { PlotStyle, StepPlot, type StepPlotProps } from './plot.tsx'
export { JsonLd, Preview } from './preview.tsx'
export { type DatedStop, Route, type Stop as RouteStop, Thread, type ThreadEntry, TimeRoute } from './route.tsx'
export { Sankey } from './sankey.tsx'
export { Scatter, type ScatterPoint } from './scatter.tsx'
export { type AgeBand, type AxisTick, Dots, Pyramid, type Series, SeriesChart } from './series.tsx'
export { SpanLine, SpanScale, type TimeScale } from './spans.tsx'
export * from './table.tsx'
export {
  AtlasHead,
  AtlasStyle,
  CircleLegend,
  type LegendStep,
  StepLegend,
  ThematicMap,
} from './thematic.tsx'
export { type RegionColours, type RegionTokens, regionTokens, tokensCss } from './tokens.ts'
