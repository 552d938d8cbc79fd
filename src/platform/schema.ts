// Generated from the migrated database by `npm run schema`.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Bilingual } from './language.ts'

type Timestamp = ColumnType<Date, Date | string, Date | string>
/** Read as a value, written as JSON text. */
type Json = ColumnType<unknown, string, string>

export interface Schema {
  agendaItems: {
    id: Generated<string>
    meetingId: string
    position: number
    title: string
    who: string | null
    lastsMinutes: number | null
  }
  agreements: {
    id: Generated<string>
    groupId: string
    meetingId: string
    sectionId: string | null
    kind: 'decision' | 'task'
    text: string
    memberId: string | null
    dueOn: string | null
    state: Generated<'open' | 'done' | 'dropped'>
    revision: Generated<number>
    createdAt: Timestamp
    changedAt: Timestamp
    remindedAt: Timestamp | null
  }
  alerts: {
    id: Generated<string>
    email: string
    language: 'de' | 'en'
    search: string
    secretHash: Buffer
    confirmedAt: Timestamp | null
    toldUntil: Timestamp
    createdAt: Timestamp
  }
  answers: {
    keyHash: Buffer
    fingerprint: Buffer
    sealed: Buffer | null
    at: Timestamp
  }
  audit: {
    id: GeneratedAlways<number>
    at: Timestamp
    what: string
    about: string | null
    editionId: string | null
    byKind: 'nobody' | 'holder' | 'person' | 'system'
    byPerson: string | null
    before: Json | null
    after: Json | null
    requestId: string | null
  }
  bookings: {
    registrationId: string
    editionId: string
    sessionId: string
    bookedAt: Timestamp
  }
  capacities: {
    id: Generated<string>
    editionId: string
    seats: number
    taken: Generated<number>
  }
  challenges: {
    id: Generated<string>
    challenge: string
    personId: string | null
    expiresAt: Timestamp
  }
  collectionDocuments: {
    collectionId: string
    position: number
    documentId: string
  }
  collections: {
    id: Generated<string>
    slug: string
    title: Bilingual
    introduction: Bilingual | null
    editionId: string | null
    isPublished: Generated<boolean>
    isExample: Generated<boolean>
    createdAt: Timestamp
    changedAt: Timestamp
    revision: Generated<number>
  }
  consentTexts: {
    id: Generated<string>
    key: string
    version: number
    text: Bilingual
    isRequired: boolean
    validFrom: Timestamp
  }
  consents: {
    registrationId: string
    consentTextId: string
    givenAt: Timestamp
    withdrawnAt: Timestamp | null
    way: 'phone' | 'writing' | 'in_person' | null
  }
  consultationContributions: {
    id: Generated<string>
    consultationId: string
    organisation: string
    topic: string
    email: string | null
    language: Generated<'de' | 'en'>
    secretHash: Buffer
    text: Generated<string>
    contributor: Generated<string>
    revision: Generated<number>
    receivedAt: Timestamp | null
    position: number
  }
  consultations: {
    id: Generated<string>
    title: string
    text: Generated<string>
    addressee: Generated<string>
    reference: Generated<string>
    link: string | null
    due: string
    positionId: string | null
    createdAt: Timestamp
    isPublic: Generated<boolean>
  }
  cooperationFields: {
    id: string
    name: Bilingual
    position: number
  }
  dataVersions: {
    id: Generated<string>
    no: GeneratedAlways<number>
    kind: 'values' | 'commuters' | 'moves' | 'projects' | 'publications' | 'municipalities' | 'boundaries'
    asOf: string | null
    sourceId: string
    createdAt: Timestamp
    publishedAt: Timestamp | null
    withdrawnAt: Timestamp | null
  }
  districts: {
    key: string
    regionId: string
    name: string
    kind: 'city' | 'district'
    seat: string | null
    plate: string | null
    label: string
    short: string
    latitude: number
    longitude: number
    nuts: string | null
    nameEn: string | null
  }
  documentAuthors: {
    documentId: string
    position: number
    kind: 'person' | 'organisation'
    name: string
    identifier: string | null
  }
  documentDistricts: {
    documentId: string
    districtKey: string
  }
  documentPages: {
    documentId: string
    version: number
    page: number
    text: string
    words: GeneratedAlways<string>
  }
  documentRegions: {
    documentId: string
    regionId: string
  }
  documentRelations: {
    documentId: string
    kind: 'supersedes' | 'part_of' | 'translation_of' | 'data_for'
    otherId: string
  }
  documentSubjects: {
    documentId: string
    subjectId: string
  }
  documentVersions: {
    documentId: string
    version: number
    fileId: string
    note: Bilingual | null
    at: Timestamp
    reading: Generated<'waiting' | 'read' | 'scan' | 'picture' | 'encrypted' | 'broken' | 'empty' | 'too_large'>
    pageCount: number | null
    outline: ColumnType<unknown, string | undefined, string>
    unit: Generated<'page' | 'slide' | 'sheet' | 'part'>
    accessibility: Json | null
    drawing: Generated<'none' | 'waiting' | 'drawn' | 'failed'>
    pictureHeights: ColumnType<unknown, string | undefined, string>
    recognition: Generated<'none' | 'waiting' | 'done' | 'failed'>
  }
  documentWords: {
    documentId: string
    words: string[]
  }
  documents: {
    id: Generated<string>
    slug: string
    state: Generated<'draft' | 'published' | 'withdrawn'>
    access: Generated<'public' | 'members' | 'group'>
    type: 'study' | 'documentation' | 'position' | 'paper' | 'presentation' | 'minutes' | 'press' | 'data_set' | 'picture' | 'recording'
    language: Generated<'de' | 'en' | 'fr'>
    title: string
    subtitle: Generated<string>
    translatedTitle: Generated<string>
    abstract: Bilingual | null
    publisher: Generated<string>
    dated: string | null
    licence: Generated<string>
    link: string | null
    editionId: string | null
    sessionId: string | null
    isExample: Generated<boolean>
    currentVersion: number | null
    publishedAt: Timestamp | null
    withdrawnAt: Timestamp | null
    withdrawnReason: Bilingual | null
    createdAt: Timestamp
    changedAt: Timestamp
    revision: Generated<number>
    keywords: Generated<string>
    year: GeneratedAlways<number | null>
    rightsNote: Bilingual | null
    doi: string | null
    urn: string | null
    embargoUntil: Timestamp | null
    words: GeneratedAlways<string>
    source: string | null
    groupId: string | null
    proposed: Generated<string[]>
  }
  drawings: {
    kind: 'plan' | 'boundaries'
    data: Json
    sourceId: string | null
    versionId: string | null
  }
  editionDocuments: {
    id: Generated<string>
    editionId: string
    title: Bilingual
    kind: Bilingual
    year: number | null
    note: Bilingual | null
    link: string | null
    fileId: string | null
    sourceId: string | null
    position: number
  }
  editionFacts: {
    id: Generated<string>
    editionId: string
    label: Bilingual
    value: Bilingual
    sourceId: string | null
    position: number
  }
  editionOrganisations: {
    editionId: string
    organisationId: string
    part: 'host' | 'partner'
    logoFileId: string | null
    position: number
  }
  editions: {
    id: Generated<string>
    seriesId: string
    number: number
    slug: string
    title: Bilingual
    theme: Bilingual | null
    motto: Bilingual | null
    text: Bilingual | null
    sortOn: string
    startsAt: Timestamp | null
    endsAt: Timestamp | null
    doorsAt: Timestamp | null
    dateText: Bilingual | null
    town: string | null
    venue: string | null
    address: string | null
    latitude: number | null
    longitude: number | null
    districtKey: string | null
    regionId: string | null
    arrival: Bilingual | null
    stepFree: Bilingual | null
    hostNote: Bilingual | null
    groupsNote: Bilingual | null
    programmeNote: Bilingual | null
    isExample: Generated<boolean>
    announcedAt: Timestamp | null
    opensAt: Timestamp | null
    closesAt: Timestamp | null
    documentedAt: Timestamp | null
    stateByHand: 'draft' | 'announced' | 'open' | 'closed' | 'held' | 'documented' | null
    capacityId: string | null
    lastNumber: Generated<number>
    createdAt: Timestamp
    version: Generated<number>
    sourceId: string | null
    onlineUrl: string | null
  }
  electors: {
    id: Generated<string>
    voteId: string
    memberId: string | null
    organisationId: string | null
    name: string
    weight: Generated<number>
    hasCast: Generated<boolean>
    castBy: string | null
  }
  emailChanges: {
    id: string
    registrationId: string
    oldEmail: string
    newEmail: string
    confirmHash: Buffer
    keepHash: Buffer
    askedAt: Timestamp
    confirmedAt: Timestamp | null
  }
  figures: {
    key: string
    value: number
    text: Bilingual
    asOf: string
    sourceId: string
    position: number
  }
  files: {
    id: Generated<string>
    sha256: Buffer
    bytes: number
    mediaType: string
    name: string
    alt: Bilingual | null
    width: number | null
    height: number | null
    isPublic: Generated<boolean>
    createdAt: Timestamp
    checkedAt: Timestamp | null
    isDamaged: Generated<boolean>
  }
  flows: {
    home: string
    work: string
    people: number
    versionId: string
  }
  formerOrganisations: {
    id: string
    organisationId: string
  }
  groupMembers: {
    id: Generated<string>
    groupId: string
    personId: string | null
    organisationId: string | null
    part: 'lead' | 'member' | 'observer'
    state: 'invited' | 'asked' | 'active' | 'left'
    way: 'invitation' | 'request' | 'open'
    deputyFor: string | null
    email: string | null
    name: string | null
    message: string | null
    language: Generated<'de' | 'en'>
    secretHash: Buffer | null
    isNamePublic: Generated<boolean>
    isOrganisationPublic: Generated<boolean>
    isEmailShown: Generated<boolean>
    createdAt: Timestamp
    joinedAt: Timestamp | null
    leftAt: Timestamp | null
    isRemoved: Generated<boolean>
    isSpeaker: Generated<boolean>
  }
  imports: {
    versionId: string
    fileId: string
    name: string
    format: string
    state: Generated<'waiting' | 'reading' | 'read' | 'failed'>
    mapping: Json
    findings: ColumnType<unknown, string | undefined, string>
    rowsRead: Generated<number>
    changedAt: Timestamp
  }
  indicatorValues: {
    versionId: string
    indicatorId: string
    year: number
    districtKey: string | null
    regionId: string | null
    value: number | null
    status: Generated<'final' | 'preliminary' | 'estimated' | 'secret'>
    asOf: string
  }
  indicators: {
    id: string
    position: number
    topic: 'people' | 'economy' | 'work' | 'science' | 'land'
    name: Bilingual
    definition: Bilingual
    unit: Bilingual
    method: Bilingual | null
    kind: 'count' | 'ratio'
    decimals: Generated<number>
    direction: Generated<'more' | 'less' | 'none'>
    aggregation: 'sum' | 'mean' | 'none'
    weightId: string | null
    derivation: 'ratio' | 'difference' | null
    firstId: string | null
    secondId: string | null
    factor: Generated<number>
    frequency: Generated<'year' | 'once'>
    sex: 'women' | 'men' | null
    ageFrom: number | null
    ageTo: number | null
  }
  installation: {
    isOnly: Generated<boolean>
    name: Bilingual
    short: string
    zone: Generated<string>
    isExample: Generated<boolean>
    logoFileId: string | null
    contactEmail: string | null
    setUpAt: Timestamp | null
    languages: Generated<string[]>
  }
  intakeFiles: {
    intakeId: string
    name: string
    fileId: string | null
    reason: string | null
  }
  intakeRows: {
    intakeId: string
    line: number
    said: Json
    state: Generated<'waiting' | 'taken' | 'known' | 'refused'>
    reason: string | null
    about: string | null
    documentId: string | null
  }
  intakes: {
    id: Generated<string>
    kind: 'table' | 'records' | 'harvest'
    name: string
    setSpec: Generated<string>
    state: 'fetching' | 'draft' | 'running' | 'done'
    columns: ColumnType<unknown, string | undefined, string>
    token: string | null
    problem: string | null
    createdAt: Timestamp
    changedAt: Timestamp
  }
  knownWords: {
    word: string
    isPublic: boolean
  }
  mailTemplates: {
    template: string
    language: 'de' | 'en'
    subject: string
    body: string
    changedAt: Timestamp
  }
  mails: {
    id: Generated<string>
    template: string
    about: string | null
    editionId: string | null
    recipient: string
    language: 'de' | 'en'
    values: ColumnType<unknown, string | undefined, string>
    state: Generated<'queued' | 'sent' | 'kept' | 'failed' | 'useless'>
    attempts: Generated<number>
    lastError: string | null
    subject: string | null
    body: string | null
    keptAs: string | null
    queuedAt: Timestamp
    sentAt: Timestamp | null
  }
  meetingAnswers: {
    guestId: string
    optionId: string
    answer: 'yes' | 'if_need_be' | 'no'
  }
  meetingGuests: {
    id: Generated<string>
    meetingId: string
    memberId: string | null
    name: string | null
    email: string | null
    language: Generated<'de' | 'en'>
    secretHash: Buffer
    answeredAt: Timestamp | null
    reply: 'yes' | 'no' | null
    repliedAt: Timestamp | null
    note: string | null
    isPresent: boolean | null
  }
  meetingInvitations: {
    id: Generated<string>
    meetingId: string
    kind: 'poll' | 'invitation' | 'cancellation'
    version: number
    sentAt: Timestamp
    sentBy: string | null
    recipients: number
    content: Json
    calendar: string | null
  }
  meetingOptions: {
    id: Generated<string>
    meetingId: string
    startsAt: Timestamp
    endsAt: Timestamp
  }
  meetings: {
    id: Generated<string>
    groupId: string
    title: string
    state: 'polling' | 'planned' | 'held' | 'cancelled'
    startsAt: Timestamp | null
    endsAt: Timestamp | null
    place: string | null
    link: string | null
    note: string | null
    version: Generated<number>
    revision: Generated<number>
    toldRevision: number | null
    createdAt: Timestamp
    createdBy: string | null
  }
  milestones: {
    id: Generated<string>
    editionId: string
    happensOn: string
    title: Bilingual
    text: Bilingual | null
    sourceId: string | null
  }
  minutes: {
    meetingId: string
    state: Generated<'draft' | 'commenting' | 'approved'>
    createdAt: Timestamp
    createdBy: string | null
    approvedAt: Timestamp | null
    approvedBy: string | null
    content: Json | null
    pdf: Buffer | null
    sha256: Buffer | null
  }
  minutesAmendments: {
    id: Generated<string>
    sectionId: string
    personId: string | null
    at: Timestamp
    seen: number
    text: string
    reason: string
    state: Generated<'open' | 'accepted' | 'declined'>
    decidedAt: Timestamp | null
    decidedBy: string | null
    answer: string | null
    guestId: string | null
  }
  minutesComments: {
    id: Generated<string>
    sectionId: string
    personId: string | null
    text: string
    at: Timestamp
    guestId: string | null
  }
  minutesSections: {
    id: Generated<string>
    meetingId: string
    agendaItemId: string | null
    position: number
    title: string
    text: Generated<string>
    revision: Generated<number>
    changedAt: Timestamp
    changedBy: string | null
  }
  minutesVersions: {
    sectionId: string
    revision: number
    title: string
    text: string
    at: Timestamp
    byPerson: string | null
  }
  municipalities: {
    versionId: string
    key: string
    districtKey: string
    name: string
    kind: string | null
    latitude: number
    longitude: number
    areaKm2: number | null
    boundary: Json | null
    nameEn: string | null
  }
  municipalityFlows: {
    versionId: string
    home: string
    work: string
    people: number
  }
  municipalityValues: {
    versionId: string
    indicatorId: string
    year: number
    municipalityKey: string
    districtKey: string
    value: number | null
    status: Generated<'final' | 'preliminary' | 'estimated' | 'secret'>
    asOf: string
  }
  neighbours: {
    a: string
    b: string
  }
  noticeWishes: {
    memberId: string
    pace: Generated<'at_once' | 'daily' | 'weekly' | 'never'>
    secretHash: Buffer
  }
  notices: {
    id: Generated<string>
    memberId: string
    kind: 'meeting' | 'minutes' | 'vote' | 'paper' | 'task'
    createdAt: Timestamp
    until: Timestamp | null
  }
  operatorFacts: {
    key: string
    value: string
    changedAt: Timestamp
    valueEn: string | null
  }
  organisationContacts: {
    id: Generated<string>
    organisationId: string
    name: string
    task: Generated<string>
    email: string
    phone: Generated<string>
    shown: Generated<string[]>
    language: Generated<'de' | 'en'>
    version: Generated<number>
    secretHash: Buffer
    askedAt: Timestamp
    confirmedAt: Timestamp | null
  }
  organisationStewards: {
    id: Generated<string>
    organisationId: string
    personId: string | null
    email: string | null
    name: string | null
    language: Generated<'de' | 'en'>
    secretHash: Buffer | null
    invitedAt: Timestamp
    joinedAt: Timestamp | null
  }
  organisations: {
    id: Generated<string>
    name: string
    kind: 'regional_body' | 'district' | 'municipality' | 'company' | 'university' | 'chamber' | 'association' | 'state' | 'other'
    districtKey: string | null
    website: string | null
    sourceId: string | null
    officialKey: string | null
    isConfirmed: Generated<boolean>
    about: Bilingual | null
  }
  pageVersions: {
    pageId: string
    version: number
    title: Bilingual
    text: Bilingual
    byPerson: string | null
    at: Timestamp
  }
  pages: {
    id: Generated<string>
    kind: 'about' | 'imprint' | 'privacy' | 'accessibility' | 'plain_language' | 'sign_language' | 'contact' | 'own'
    slugDe: string
    slugEn: string
    menu: Generated<'none' | 'main' | 'aids' | 'foot'>
    position: Generated<number>
    currentVersion: Generated<number>
    publishedVersion: number | null
    createdAt: Timestamp
  }
  paperAmendments: {
    id: Generated<string>
    paperId: string
    sectionId: string
    no: number
    personId: string | null
    at: Timestamp
    quote: string
    quoteStart: number | null
    quoteEnd: number | null
    replacement: string
    reason: string
    state: Generated<'open' | 'accepted' | 'accepted_changed' | 'declined' | 'withdrawn'>
    decidedAt: Timestamp | null
    decidedBy: string | null
    applied: string | null
    answer: string | null
  }
  paperComments: {
    id: Generated<string>
    sectionId: string
    answersId: string | null
    personId: string | null
    text: string
    at: Timestamp
    quote: string | null
    quoteStart: number | null
    quoteEnd: number | null
    resolvedAt: Timestamp | null
    resolvedBy: string | null
  }
  paperPictures: {
    id: Generated<string>
    paperId: string
    no: number
    fileId: string
    alt: string
    at: Timestamp
    byPerson: string | null
  }
  paperSections: {
    id: Generated<string>
    paperId: string
    position: number
    title: string
    text: Generated<string>
    revision: Generated<number>
    isRemoved: Generated<boolean>
    changedAt: Timestamp
    changedBy: string | null
  }
  paperVersions: {
    sectionId: string
    revision: number
    title: string
    text: string
    at: Timestamp
    byPerson: string | null
  }
  papers: {
    id: Generated<string>
    groupId: string
    title: string
    kind: 'theses' | 'demands' | 'report'
    state: Generated<'draft' | 'amending' | 'adopted' | 'handed_over'>
    revision: Generated<number>
    createdAt: Timestamp
    createdBy: string | null
    changedAt: Timestamp
    adoptedAt: Timestamp | null
    adoptedBy: string | null
    handedOverAt: Timestamp | null
    handedOverBy: string | null
    content: Json | null
    pdf: Buffer | null
    sha256: Buffer | null
  }
  passkeys: {
    id: Buffer
    personId: string
    publicKey: Buffer
    counter: number
    transports: Generated<string[]>
    label: string
    createdAt: Timestamp
    usedAt: Timestamp | null
  }
  people: {
    id: Generated<string>
    email: string
    name: Generated<string>
    language: Generated<'de' | 'en'>
    createdAt: Timestamp
    disabledAt: Timestamp | null
  }
  pieceDistricts: {
    pieceId: string
    districtKey: string
  }
  pieceEvents: {
    id: Generated<string>
    pieceId: string
    kind: 'note' | 'planned' | 'begun' | 'paused' | 'resumed' | 'completed' | 'abandoned' | 'handed_over' | 'heard' | 'answered'
    title: Bilingual
    text: Bilingual | null
    place: Generated<string>
    plannedFor: string | null
    happenedOn: string | null
    sourceId: string | null
    enteredAt: Timestamp
    firstPlannedFor: string | null
    organisationId: string | null
  }
  pieceOrganisations: {
    pieceId: string
    organisationId: string
    part: 'lead' | 'partner'
    position: number
    task: Bilingual | null
  }
  pieceReminders: {
    id: Generated<string>
    pieceId: string
    organisationId: string
    email: string
    language: 'de' | 'en'
    secretHash: Buffer
    askedAt: Timestamp
    endedAt: Timestamp | null
  }
  pieces: {
    id: Generated<string>
    kind: 'result' | 'project' | 'position'
    slug: string
    title: Bilingual
    text: Bilingual | null
    reason: Bilingual | null
    addressee: Bilingual | null
    fieldId: string | null
    editionId: string | null
    groupId: string | null
    starts: string | null
    ends: string | null
    link: string | null
    sourceId: string | null
    isExample: Generated<boolean>
    state: Generated<'idea' | 'planned' | 'under_way' | 'paused' | 'completed' | 'abandoned' | 'handed_over' | 'heard' | 'answered'>
    outcome: Generated<'carried_out' | 'under_way' | 'not_taken_up' | 'open'>
    publishedAt: Timestamp | null
    createdAt: Timestamp
    changedAt: Timestamp
    movedAt: Timestamp
    revision: Generated<number>
    firstStarts: string | null
    firstEnds: string | null
    reference: string | null
    figures: Generated<string[]>
  }
  places: {
    capacityId: string
    registrationId: string
  }
  positionPoints: {
    id: Generated<string>
    pieceId: string
    text: Bilingual
    verdict: Generated<'taken_up' | 'partly' | 'not' | 'open'>
    evidence: Bilingual | null
    sourceId: string | null
    position: number
    evidenceLink: string | null
    evidenceDocumentId: string | null
    evidencePage: number | null
  }
  positionSignatures: {
    id: Generated<string>
    versionId: string
    organisationId: string
    person: string
    function: Generated<string>
    signedOn: string
    decision: string
    enteredAt: Timestamp
  }
  positionVersions: {
    id: Generated<string>
    pieceId: string
    number: number
    title: Bilingual
    text: Bilingual | null
    reason: Bilingual | null
    addressee: Bilingual | null
    reference: string | null
    points: Json
    note: Generated<string>
    madeAt: Timestamp
    figures: Generated<string[]>
  }
  projectFunds: {
    id: Generated<string>
    pieceId: string
    organisationId: string | null
    kind: 'budget' | 'funding' | 'own'
    programme: Generated<string>
    amountCents: number | null
    ratePercent: number | null
    isPublic: Generated<boolean>
    position: number
  }
  projectIndicators: {
    id: Generated<string>
    pieceId: string
    organisationId: string | null
    name: Bilingual
    unit: Generated<string>
    target: number | null
    targetOn: string | null
    firstTarget: number | null
    firstTargetOn: string | null
    position: number
  }
  projectInquiries: {
    id: Generated<string>
    pieceId: string
    askedAt: Timestamp
    recipients: number
  }
  projectMaterials: {
    id: Generated<string>
    pieceId: string
    organisationId: string | null
    kind: 'picture' | 'document' | 'report'
    title: Bilingual
    link: string | null
    fileId: string | null
    dated: string | null
    position: number
  }
  projectValues: {
    id: Generated<string>
    indicatorId: string
    measuredOn: string
    value: number
    note: Generated<string>
    enteredAt: Timestamp
  }
  regions: {
    id: string
    no: number
    name: Bilingual
    colours: Json
    bodyName: string | null
    bodySeat: string | null
    bodyWebsite: string | null
    sourceId: string | null
    territoryKey: string | null
  }
  registrationNeeds: {
    registrationId: string
    food: Generated<string>
    access: Generated<string>
  }
  registrations: {
    id: Generated<string>
    editionId: string
    ticketTypeId: string
    number: number | null
    code: string
    state: 'confirmed' | 'waiting' | 'cancelled'
    name: string
    email: string
    organisation: Generated<string>
    organisationId: string | null
    regionId: string | null
    districtKey: string | null
    function: Generated<string>
    language: 'de' | 'en'
    isListed: Generated<boolean>
    secretHash: Buffer
    secretGeneration: Generated<number>
    enteredBy: Generated<'participant' | 'office' | 'example'>
    createdAt: Timestamp
    changedAt: Timestamp
    cancelledAt: Timestamp | null
    erasedAt: Timestamp | null
    version: Generated<number>
    search: GeneratedAlways<string | null>
    fromNetwork: Buffer | null
  }
  relations: {
    id: Generated<string>
    fromId: string
    kind: 'led_to' | 'carries_out' | 'answers' | 'presented_at' | 'supersedes' | 'comes_from' | 'same_topic'
    toPieceId: string | null
    toDocumentId: string | null
    toEditionId: string | null
    createdAt: Timestamp
  }
  replacedBallots: {
    id: Generated<string>
    electorId: string
    castBy: string | null
    parts: Json
    replacedAt: Timestamp
  }
  reports: {
    id: Generated<string>
    kind: 'barrier' | 'question'
    page: Generated<string>
    text: string
    email: string | null
    language: 'de' | 'en'
    at: Timestamp
    doneAt: Timestamp | null
    answer: string | null
    answeredAt: Timestamp | null
    answeredBy: string | null
  }
  roles: {
    id: Generated<string>
    personId: string
    role: 'administrator' | 'office' | 'congress_team' | 'door' | 'group_lead' | 'delegate' | 'author'
    editionId: string | null
    givenAt: Timestamp
  }
  rooms: {
    id: Generated<string>
    editionId: string
    name: Bilingual
    note: Bilingual | null
    position: number
  }
  secretBallots: {
    voteId: string
    code: Buffer
    choices: Json
  }
  series: {
    id: Generated<string>
    name: Bilingual
    rhythm: Bilingual | null
  }
  sessionProposals: {
    id: Generated<string>
    editionId: string
    groupId: string | null
    title: Bilingual
    abstract: Bilingual | null
    proposedAt: Timestamp
  }
  sessions: {
    id: Generated<string>
    editionId: string
    roomId: string | null
    trackId: string | null
    startsAt: Timestamp | null
    endsAt: Timestamp | null
    title: Bilingual
    abstract: Bilingual | null
    language: 'de' | 'en' | null
    format: 'opening' | 'talk' | 'panel' | 'workshop' | 'working_group' | 'presentation' | 'handover' | 'break' | 'meal' | 'excursion' | 'other'
    isBookable: Generated<boolean>
    capacityId: string | null
    sourceId: string | null
    position: Generated<number>
    version: Generated<number>
  }
  signInLinks: {
    id: Generated<string>
    personId: string
    secretHash: Buffer
    createdAt: Timestamp
    expiresAt: Timestamp
    usedAt: Timestamp | null
  }
  signIns: {
    id: Generated<string>
    personId: string
    secretHash: Buffer
    means: 'link' | 'passkey'
    device: Generated<string>
    createdAt: Timestamp
    seenAt: Timestamp
    expiresAt: Timestamp
    revokedAt: Timestamp | null
  }
  sources: {
    id: string
    title: Bilingual
    address: string | null
    licence: string | null
    note: string | null
  }
  speakers: {
    id: Generated<string>
    sessionId: string
    name: string
    function: Bilingual | null
    organisation: string | null
    pictureFileId: string | null
    position: number
  }
  stories: {
    id: Generated<string>
    slug: string
    title: Bilingual
    lead: Bilingual
    blocks: ColumnType<unknown, string | undefined, string>
    changes: Generated<number>
    changedAt: Timestamp
    publishedAt: Timestamp | null
  }
  subjects: {
    id: string
    name: Bilingual
    position: number
    concept: string | null
  }
  ticketTypes: {
    id: Generated<string>
    editionId: string
    name: Bilingual
    note: Bilingual | null
    attendance: 'on_site' | 'online'
    priceCents: Generated<number>
    currency: Generated<string>
    capacityId: string | null
    position: number
  }
  tracks: {
    id: Generated<string>
    editionId: string
    name: Bilingual
    position: number
  }
  uploads: {
    id: Generated<string>
    personId: string
    name: string
    bytes: number
    at: Timestamp
  }
  voteBallots: {
    electorId: string
    parts: Json
    reason: string | null
  }
  voteOptions: {
    voteId: string
    position: number
    text: string
  }
  voteProxies: {
    id: Generated<string>
    groupId: string
    giverId: string
    proxyId: string
    voteId: string | null
    untilOn: string | null
    createdAt: Timestamp
    endedAt: Timestamp | null
  }
  voteSpeakers: {
    electorId: string
    memberId: string
    isDeputy: Generated<boolean>
  }
  votes: {
    id: Generated<string>
    groupId: string
    method: 'consent' | 'yes_no' | 'one' | 'several'
    title: string
    text: Generated<string>
    basis: 'person' | 'organisation'
    isWeighted: Generated<boolean>
    isSecret: Generated<boolean>
    maySplit: Generated<boolean>
    majority: 'none' | 'most' | 'simple' | 'cast' | 'two_thirds' | 'absolute' | 'two_thirds_entitled'
    quorumPercent: number | null
    closesAt: Timestamp | null
    state: Generated<'draft' | 'open' | 'closed' | 'cancelled'>
    weightVersionId: string | null
    openedAt: Timestamp | null
    closedAt: Timestamp | null
    createdAt: Timestamp
    createdBy: string | null
    closedBy: string | null
    revision: Generated<number>
    urn: Buffer | null
    result: Json | null
    reason: string | null
    mostProxies: Generated<number>
  }
  weightVersions: {
    id: Generated<string>
    inForceOn: string
    source: string
    createdAt: Timestamp
    createdBy: string | null
  }
  weights: {
    versionId: string
    organisationId: string
    weight: number
  }
  workingGroups: {
    id: Generated<string>
    editionId: string
    name: Bilingual
    text: Bilingual | null
    leads: string | null
    sourceId: string | null
    position: number
    state: 'forming' | 'working' | 'reported' | 'closed' | null
    mandate: Bilingual | null
    joining: Generated<'invitation' | 'request' | 'open'>
    shown: Generated<string[]>
    revision: Generated<number>
  }
}
