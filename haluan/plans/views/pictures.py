"""A picture of a plan's prose, for who may read the plan."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from haluan.plans.models import Picture

from .shared import readable

POLICY = "default-src 'none'; sandbox"
YEAR = 365 * 24 * 3600


@require_safe
def picture(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """The bytes with this digest: they never change, so they are fetched once; a draft's stay with the reader."""
    plan = readable(request, slug)
    found = Picture.objects.filter(plan=plan, digest=digest).values_list("pk", "media_type").first()
    if found is None:
        raise Http404
    pk, media_type = found
    response = get_conditional_response(request, etag=f'"{digest}"')
    if response is None:
        content = Picture.objects.values_list("content", flat=True).get(pk=pk)
        response = HttpResponse(bytes(content), content_type=media_type)
        ending = media_type.partition("/")[2]
        response["Content-Disposition"] = f'inline; filename="{digest[:12]}.{ending}"'
    response["ETag"] = f'"{digest}"'
    response["Cache-Control"] = f"{'public' if plan.public else 'private'}, max-age={YEAR}, immutable"
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
