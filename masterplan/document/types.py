"""The types of a plan document, `haluan-plan/1`: one class an element, one line a field.

The published JSON Schema, the order of keys in canonical JSON and what `check` refuses all follow from here.
An absent field is `None`; an empty list is kept as one. Money is rupiah in prices of `settings.price_year`.

A type may carry marks: `Refers` (a reference into a collection), `Keyed` (a list whose entries have a natural
key, so that changes reach inside it) and `Prose` (text that is merged word by word).
"""

from __future__ import annotations

from dataclasses import dataclass
from sys import float_info
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema


@dataclass(frozen=True)
class Refers:
    """The value names an entry of this collection."""

    collection: str


@dataclass(frozen=True)
class Keyed:
    """The entries of this list are told apart by this field."""

    field: str


@dataclass(frozen=True)
class Prose:
    """Running text: two people who change different words both succeed."""


LARGEST = int(float_info.max)
Whole = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
Number = Whole | float
Count = Annotated[Whole, Field(ge=0)]
Year = Annotated[int, Field(ge=2000, le=2100, description="Calendar year")]
YearText = Annotated[str, Field(pattern="^[0-9]{4}$")]
Share = Annotated[Number, Field(ge=0, le=1, description="Share between 0 and 1")]
Rupiah = Annotated[Number, Field(ge=0, description="Rupiah in the prices of settings.price_year")]
ElementId = Annotated[
    str,
    Field(
        pattern="^[A-Z]{2,4}-[0-9A-Za-z]{1,12}$",
        description="Stable id, unique in the plan, e.g. IN-07; never reused",
    ),
]
RegionCode = Annotated[str, Field(pattern=r"^[0-9]{2}(\.[0-9]{2})?$")]
AgencyCode = Annotated[str, Field(pattern="^[A-Z0-9-]{2,24}$")]
Text = Annotated[str, Prose()]
Level = Annotated[int, Field(ge=1, le=5)]
Grade = Literal["A", "B", "C", "D"]
Dimension = Annotated[
    Literal["governance", "branding", "economy", "living", "society", "environment"],
    Field(description="One of the six smart-city dimensions"),
]
FundingSource = Literal["APBD", "APBD-Prov", "APBN", "DAK", "KPBU", "CSR", "BLUD", "hibah", "lainnya"]
EnablerKind = Literal[
    "technology", "data", "regulation", "people", "organisation", "infrastructure", "partnership"
]
BookNumber = Literal["I", "II", "III"]
ChapterPlace = Literal["opening", "analysis", "strategy", "programme", "governance", "closing"]
PictureType = Literal["image/png", "image/jpeg"]
HigherPlan = Literal["RPJMN", "RPJMD", "RKPD", "Renstra", "SPBE", "SDGs", "RTRW", "lainnya"]

ProblemRef = Annotated[str, Refers("problems"), Field(description="id of a problem")]
EnablerRef = Annotated[str, Refers("enablers"), Field(description="id of an enabler")]
InnovationRef = Annotated[str, Refers("innovations"), Field(description="id of an innovation")]
ReadinessRef = Annotated[str, Refers("readiness"), Field(description="id of a readiness finding")]
IssueRef = Annotated[str, Refers("issues"), Field(description="id of a strategic issue")]
AgencyRef = Annotated[str, Refers("agencies"), Field(description="code of an entry in agencies")]
DistrictRef = Annotated[str, Refers("districts"), Field(description="district code")]
SourceRefs = Annotated[
    list[Annotated[str, Refers("sources"), Field(description="id of an entry in sources")]],
    Field(description="Where this comes from"),
]


class Element(BaseModel):
    """What every part of a plan shares: no unknown keys, no conversion, no null, no change in place."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        allow_inf_nan=False,
        # Only with a limit does pydantic look into a text, and refuse half characters UTF-8 cannot carry.
        str_max_length=2**31,
    )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """`None` means absent: the key may be missing, but a written null is refused."""
        schema: Any = handler(source)
        for field in schema["schema"]["fields"].values():
            optional = field["schema"]
            if optional["type"] == "default" and optional["schema"]["type"] == "nullable":
                field["schema"] = {**optional, "schema": optional["schema"]["schema"]}
        return cast(CoreSchema, schema)


class Triangle(Element):
    """An uncertain share: triangular distribution"""

    low: Share | None = None
    mode: Share
    high: Share | None = None


class Region(Element):
    """The region the plan is for"""

    code: RegionCode | None = Field(default=None, description="Ministry of Home Affairs code, e.g. 64.74")
    name: str = Field(description="Official name, e.g. Kota Bontang")
    population: Count | None = Field(default=None, description="Residents")


class Indicator(Element):
    """A measured quantity"""

    name: str = Field(description="What is measured")
    unit: str = Field(description="Unit, e.g. minutes, percent, cases per year")
    baseline: Number | None = Field(default=None, description="Value at baseline_year")
    baseline_year: Year | None = None
    better: Literal["lower", "higher"] | None = Field(
        default=None, description="Which direction is an improvement"
    )
    standard: str | None = Field(
        default=None, description="Standard it follows, e.g. ISO 37120 7.4, SDG 3.8.1, SPM"
    )


class Readiness(Element):
    """One readiness finding"""

    id: ElementId
    element: Literal["nature", "structure", "infrastructure", "superstructure", "culture"]
    aspect: str = Field(description="What was looked at")
    level: Level | None = Field(default=None, description="1 absent … 5 exemplary")
    note: Text | None = Field(default=None, description="What was found")
    target_level: Level | None = Field(default=None, description="Level wanted at the end of the plan")
    gap: Text | None = Field(default=None, description="What is missing between the level now and wanted")
    sources: SourceRefs | None = None


class Issue(Element):
    """One strategic issue of the SWOT"""

    id: ElementId
    kind: Literal["strength", "weakness", "opportunity", "threat"]
    text: Text = Field(description="The issue")
    sources: SourceRefs | None = None


class Problem(Element):
    """A problem people feel"""

    id: ElementId
    title: str = Field(description="The problem, in the words of those who have it")
    dimension: Dimension | None = None
    description: Text | None = Field(default=None, description="Who has it, where, since when")
    people_affected: Count | None = Field(
        default=None, description="Residents who have it in an ordinary year"
    )
    severity: Share | None = Field(
        default=None,
        description="How much of a person's year it spoils, 0 none … 1 all of it; "
        "asked of residents or estimated, see evidence",
    )
    equity_weight: Annotated[Number, Field(ge=0.1, le=10)] | None = Field(
        default=None, description="Multiplier for people the plan must not leave behind; 1 is neutral"
    )
    districts: list[DistrictRef] | None = Field(default=None, description="Where it is felt")
    people_by_district: dict[Annotated[str, Refers("districts")], Count] | None = Field(
        default=None,
        description="district code → residents who have it there; without it the spread is not known",
    )
    group: str | None = Field(
        default=None, description="Who has it, for fairness, e.g. keluarga miskin, difabel, warga pulau"
    )
    indicator: Indicator | None = None
    evidence: Grade | None = Field(
        default=None, description="A measured here, B measured elsewhere, C expert estimate, D assumption"
    )
    sources: SourceRefs | None = None


class Relief(Element):
    """How much of a problem an innovation takes away from those who have it; without share: not known yet"""

    problem: ProblemRef
    share: Triangle | None = None
    lag_years: Annotated[int, Field(ge=0, le=20)] | None = Field(
        default=None, description="Full years after completion before it is felt"
    )
    evidence: Grade | None = None
    note: Text | None = Field(default=None, description="Why this much")


class Cost(Element):
    """Cost in the k-th year after the start"""

    offset: Annotated[int, Field(ge=0, le=30)] = Field(description="0 is the start year")
    capital: Rupiah | None = None
    operating: Rupiah | None = None


class Outcome(Element):
    """What will be measured to see it worked"""

    indicator: Indicator
    targets: dict[YearText, Number] | None = Field(default=None, description="year → target value")


class Window(Element):
    """Possible start years"""

    earliest: Year
    latest: Year


class Funding(Element):
    """A source of money"""

    source: FundingSource
    share: Share


class Alignment(Element):
    """Where a higher plan foresees it"""

    document: HigherPlan
    reference: str | None = Field(default=None, description="Programme, article or page")


class Adoption(Element):
    """Where it already works"""

    region: str = Field(description="Region")
    title: str | None = Field(default=None, description="Its name there")


class SubActivity(Element):
    """Where an innovation stands in the region's yearly budget: programme, activity, sub-activity"""

    code: str = Field(
        description="Code of the sub-activity in the national nomenclature, e.g. 2.16.03.2.02.0011"
    )
    name: str | None = Field(default=None, description="Name of the sub-activity")
    programme: str | None = Field(default=None, description="Name of its programme")
    activity: str | None = Field(default=None, description="Name of its activity")
    share: Share | None = Field(default=None, description="Share of the innovation's cost that it carries")


class Innovation(Element):
    """A change in how a public service works"""

    id: ElementId
    title: str = Field(description="Name")
    dimension: Dimension | None = None
    sub_dimension: str | None = Field(
        default=None, description="Sub-dimension, e.g. public service, mobility, waste"
    )
    service_change: Text | None = Field(
        default=None, description="What residents will experience that they do not today; before → after"
    )
    beneficiaries: Text | None = Field(default=None, description="Who")
    addresses: Annotated[list[Relief], Keyed("problem")] | None = Field(
        default=None, description="Problems it relieves"
    )
    enablers: list[EnablerRef] | None = Field(
        default=None, description="What it needs: technology only after the service change"
    )
    lead_agency: AgencyRef | None = None
    partner_agencies: list[AgencyRef] | None = Field(default=None, description="Other agencies that must act")
    start: Window | None = None
    duration_years: Annotated[int, Field(ge=1, le=20)] | None = Field(
        default=None, description="Years from start until it works"
    )
    costs: Annotated[list[Cost], Keyed("offset")] | None = Field(
        default=None, description="Costs by year after the start"
    )
    operating_per_year: Rupiah | None = Field(
        default=None, description="Rupiah each year once it works, until the end of the plan"
    )
    funding: Annotated[list[Funding], Keyed("source")] | None = Field(
        default=None, description="Where the money comes from; shares add to 1"
    )
    requires: list[InnovationRef] | None = Field(default=None, description="Must work before this one starts")
    alternative_group: str | None = Field(
        default=None, description="At most one innovation of a group is chosen"
    )
    quick_win: bool | None = Field(
        default=None,
        description="Felt by the public within twelve months, by sharpening a service that exists",
    )
    outcomes: list[Outcome] | None = Field(default=None, description="Measures of success")
    alignment: list[Alignment] | None = Field(default=None, description="Alignment with other plans")
    readiness: list[ReadinessRef] | None = Field(
        default=None, description="Readiness findings whose gap it closes"
    )
    issues: list[IssueRef] | None = Field(default=None, description="Strategic issues it answers")
    sub_activities: Annotated[list[SubActivity], Keyed("code")] | None = Field(
        default=None, description="Where it stands in the yearly budget"
    )
    adopted_from: Adoption | None = None
    decision: Literal["proposed", "chosen", "not_chosen"] | None = Field(
        default=None, description="Standing in the plan"
    )
    scheduled_start: Year | None = Field(default=None, description="Start year when chosen")
    sources: SourceRefs | None = None


class Enabler(Element):
    """Something an innovation needs"""

    id: ElementId
    kind: EnablerKind
    title: str = Field(description="Name, without brand")
    description: Text | None = Field(default=None, description="What it does; open standards; who runs it")
    capital: Rupiah | None = Field(
        default=None,
        description="Rupiah once, in the first year it is needed, however many innovations share it",
    )
    operating_per_year: Rupiah | None = None
    exists: bool | None = Field(default=None, description="Already there")
    sources: SourceRefs | None = None


class Agency(Element):
    """An agency of the region (perangkat daerah)"""

    code: AgencyCode = Field(description="Short code")
    name: str = Field(description="Name")
    parallel_projects: Count | None = Field(
        default=None, description="Innovations it can be building at the same time"
    )


class District(Element):
    """A district (kecamatan) of the region"""

    code: str = Field(description="Ministry of Home Affairs code")
    name: str = Field(description="Official name")
    population: Count | None = Field(default=None, description="Residents")


class Ceiling(Element):
    """Money available in a year"""

    year: Year
    source: str | None = Field(default=None, description="A funding source, or absent for all together")
    amount: Rupiah


class Seat(Element):
    """A seat in the governance of the plan"""

    role: str = Field(description="e.g. chair, member for business")
    name: str | None = Field(default=None, description="Office or person")
    body: Literal["council", "executive_team"] | None = None


class Risk(Element):
    """What may go wrong, and what is done then"""

    id: ElementId
    title: str = Field(description="What may happen")
    likelihood: Level | None = Field(default=None, description="1 rare … 5 almost certain")
    impact: Level | None = Field(default=None, description="1 hardly felt … 5 the plan fails")
    response: Text | None = Field(default=None, description="What is done to prevent it, and when it happens")
    owner: AgencyRef | None = None
    innovations: list[InnovationRef] | None = Field(default=None, description="What it threatens")
    sources: SourceRefs | None = None


class Chapter(Element):
    """Prose of a book: paragraphs, headings, lists, tables and figures in restricted Markdown"""

    id: ElementId
    book: BookNumber = Field(description="The book it belongs to")
    place: ChapterPlace | None = Field(default=None, description="The part of the book it opens")
    title: str = Field(description="Heading")
    body: Text | None = Field(default=None, description="Restricted Markdown; ![](GB-01) places a figure")


class Figure(Element):
    """A picture in the prose of the books; its bytes are kept beside the document"""

    id: ElementId
    title: str = Field(description="Caption")
    alternative: str | None = Field(default=None, description="What it shows, for those who cannot see it")
    media_type: PictureType
    digest: Annotated[str, Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of its bytes, hexadecimal")]
    sources: SourceRefs | None = None


class Acceptance(Element):
    """Why a finding of the linter is accepted as it is; a reason that stays visible"""

    id: ElementId
    code: Annotated[str, Field(pattern="^[A-Z]{3}[0-9]{3}$", description="Code of the rule, e.g. ENB101")]
    element: str | None = Field(default=None, description="Id of the element; absent for the whole plan")
    field: str | None = Field(default=None, description="Field of the element; absent for every field")
    reason: Text = Field(description="Why it is right here")
    by: str | None = Field(default=None, description="Office that answers for it")
    date: str | None = Field(default=None, description="ISO date")


class Source(Element):
    """A document or page"""

    id: str = Field(description="e.g. S1")
    title: str = Field(description="Title")
    publisher: str | None = Field(default=None, description="Publisher")
    date: str | None = Field(default=None, description="ISO date or year")
    page: str | None = Field(default=None, description="Page or section")


class Period(Element):
    """First and last year, both included"""

    first_year: Year
    last_year: Year


class Settings(Element):
    """How impact and money are counted"""

    discount_rate: Annotated[Number, Field(ge=0, le=0.2)] | None = Field(
        default=None, description="Yearly discount of impact"
    )
    price_year: Year | None = None
    carry_over: bool | None = Field(default=None, description="Unspent ceiling moves to the next year")
    minimum_per_dimension: Count | None = Field(
        default=None, description="Chosen innovations each dimension must have"
    )
    minimum_quick_wins: Count | None = Field(
        default=None, description="Quick wins that must start in the first year"
    )
    cost_error: Share | None = Field(
        default=None, description="Half-width of the cost uncertainty as a share, 0.2 = ±20 %"
    )


class Plan(Element):
    """Haluan plan interchange: one smart-city master plan. Missing means not known yet:
    readers must not invent it."""

    format: Literal["haluan-plan/1"]
    region: Region
    title: str = Field(description="Title")
    period: Period
    vision: Text | None = Field(default=None, description="Vision")
    missions: list[Annotated[str, Field(description="Mission")]] | None = Field(
        default=None, description="Missions"
    )
    settings: Settings | None = None
    readiness: Annotated[list[Readiness], Keyed("id")] | None = Field(default=None, description="Readiness")
    issues: Annotated[list[Issue], Keyed("id")] | None = Field(default=None, description="SWOT")
    problems: Annotated[list[Problem], Keyed("id")] | None = Field(default=None, description="Problems")
    innovations: Annotated[list[Innovation], Keyed("id")] | None = Field(
        default=None, description="Innovations"
    )
    enablers: Annotated[list[Enabler], Keyed("id")] | None = Field(default=None, description="Enablers")
    agencies: Annotated[list[Agency], Keyed("code")] | None = Field(default=None, description="Agencies")
    districts: Annotated[list[District], Keyed("code")] | None = Field(
        default=None, description="Districts of the region"
    )
    budget: list[Ceiling] | None = Field(default=None, description="Ceilings")
    governance: list[Seat] | None = Field(default=None, description="Council and executive team")
    legal_basis: str | None = Field(default=None, description="Regulation that enacts the plan")
    risks: Annotated[list[Risk], Keyed("id")] | None = Field(default=None, description="Risks")
    chapters: Annotated[list[Chapter], Keyed("id")] | None = Field(
        default=None, description="Prose of the three books"
    )
    figures: Annotated[list[Figure], Keyed("id")] | None = Field(
        default=None, description="Pictures in the prose"
    )
    acceptances: Annotated[list[Acceptance], Keyed("id")] | None = Field(
        default=None, description="Findings of the linter that are accepted, with the reason"
    )
    sources: Annotated[list[Source], Keyed("id")] | None = Field(default=None, description="Sources")
