from django.urls import path, register_converter

from .views import books, home, jobs, region, regions


class RegionCode:
    """`33.21`"""

    regex = r"[0-9]{2}\.[0-9]{2}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ProvinceCode(RegionCode):
    """`33`"""

    regex = r"[0-9]{2}"


class BookNumber:
    """`2`, of the three books."""

    regex = r"[123]"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class BookForm(RegionCode):
    """`docx`"""

    regex = r"pdf|docx|html"


register_converter(RegionCode, "region_code")
register_converter(BookNumber, "book")
register_converter(BookForm, "book_form")
register_converter(ProvinceCode, "province_code")

urlpatterns = [
    path("", home.home, name="home"),
    path("daerah/", regions.regions, name="regions"),
    path("daerah/daftar.csv", regions.regions_file, name="regions_file"),
    path("daerah/<region_code:code>/", region.region, name="region"),
    path("provinsi/<province_code:code>/", regions.province, name="province"),
    path("pendukung/", regions.supporters_page, name="supporters"),
    path("rencana/<slug:slug>/buku/", books.books, name="plan-book"),
    path("rencana/<slug:slug>/buku/<int:number>/", books.state, name="plan-book-state"),
    path("rencana/<slug:slug>/buku/<int:number>/batal/", books.cancel, name="plan-book-cancel"),
    path(
        "rencana/<slug:slug>/buku/<int:number>/buku-<book:book>.<book_form:form>",
        books.file,
        name="plan-book-file",
    ),
    path("rencana/<slug:slug>/tabel-program.xlsx", books.programme, name="plan-programme"),
    path("kerja/pekerjaan/", jobs.jobs, name="jobs"),
]
