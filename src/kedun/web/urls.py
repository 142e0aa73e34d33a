"""Addresses: the API, log-in, health, and the front end for all others."""

from django.urls import include, path, re_path

from kedun.web.api import api
from kedun.web.pages import front_end, health, nothing_here

# Nobody signs up or changes the address they log in with: an administrator does that.
CLOSED = (
    "auth/signup",
    "auth/email/verify",
    "auth/email/verify/resend",
    "auth/phone/verify",
    "auth/phone/verify/resend",
    "account/email",
    "account/phone",
)

urlpatterns = [
    path("api/v1/", api.urls),
    path("health", health),
    *(path(f"_allauth/browser/v1/{address}", nothing_here) for address in CLOSED),
    path("_allauth/", include("allauth.headless.urls")),
    re_path(r"^(?:api|_allauth|static|assets)(?:/|$)", nothing_here),
    re_path(r"^", front_end),
]
handler400 = "kedun.web.pages.bad_request"
handler404 = "kedun.web.pages.not_found"
handler500 = "kedun.web.pages.broke_down"
