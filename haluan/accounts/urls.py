"""Addresses of accounts. allauth's pages stand here one by one: what is not listed is not offered."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkey
from allauth.usersessions import views as sessions
from django.conf import settings
from django.urls import path, re_path

from .views import handover, invitations, me, notices, recovery, training
from .views.sign_in import sign_in

urlpatterns = [
    path("masuk/", sign_in, name="account_login"),
    path("masuk/kode/", factor.authenticate, name="mfa_authenticate"),
    path("masuk/kunci/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("keluar/", account.logout, name="account_logout"),
    path("daftar/", account.signup, name="account_signup"),
    path("sandi/lupa/", account.password_reset, name="account_reset_password"),
    path("sandi/lupa/terkirim/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "sandi/baru/selesai/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^sandi/baru/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("surel/terkirim/", account.email_verification_sent, name="account_email_verification_sent"),
    path("surel/sahkan/<str:key>/", account.confirm_email, name="account_confirm_email"),
    path("akun/", me.me, name="me"),
    path("akun/nonaktif/", account.account_inactive, name="account_inactive"),
    path("akun/surel/", account.email, name="account_email"),
    path("akun/sandi/", account.password_change, name="account_change_password"),
    path("akun/sandi/buat/", account.password_set, name="account_set_password"),
    path("akun/pastikan/", account.reauthenticate, name="account_reauthenticate"),
    path("akun/pastikan/kode/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("akun/pastikan/kunci/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("akun/keamanan/", factor.index, name="mfa_index"),
    path("akun/keamanan/aplikasi/", totp.activate_totp, name="mfa_activate_totp"),
    path("akun/keamanan/aplikasi/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("akun/keamanan/cadangan/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("akun/keamanan/cadangan/buat/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("akun/keamanan/cadangan/unduh/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("akun/keamanan/kunci/", passkey.list_webauthn, name="mfa_list_webauthn"),
    path("akun/keamanan/kunci/tambah/", passkey.add_webauthn, name="mfa_add_webauthn"),
    path("akun/keamanan/kunci/<int:pk>/", passkey.edit_webauthn, name="mfa_edit_webauthn"),
    path("akun/keamanan/kunci/<int:pk>/hapus/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
    path("akun/sesi/", sessions.list_usersessions, name="usersessions_list"),
    path("akun/pemberitahuan/", notices.notices, name="notices"),
    path("akun/pemberitahuan/baca/", notices.read_all, name="read_notices"),
    path("akun/pemberitahuan/<int:pk>/baca/", notices.read, name="read_notice"),
    path("akun/pemberitahuan/pilihan/", notices.choice, name="notice_choice"),
    path("akun/undangan/", invitations.invitations, name="invitations"),
    path("akun/undangan/untuk-saya/", invitations.my_invitations, name="my_invitations"),
    path("akun/undangan/baru/<slug:kind>/", invitations.invite, name="invite"),
    path("akun/undangan/<int:pk>/cabut/", invitations.revoke, name="revoke_invitation"),
    path("akun/undangan/<int:pk>/jawab/", invitations.answer, name="answer_invitation"),
    path("akun/serah-terima/", handover.handover, name="handover"),
    path("akun/pemulihan/<int:pk>/", recovery.recovery, name="recovery"),
    path("undangan/<str:token>/", invitations.invitation, name="invitation"),
    path("pemulihan/", recovery.ask, name="ask_recovery"),
    path("pemulihan/batal/<str:token>/", recovery.cancel, name="cancel_recovery"),
    path("pemulihan/masuk/<str:token>/", recovery.link, name="recovery_link"),
]

if settings.TRAINING:
    urlpatterns += [
        path("latihan/masuk/", training.sign_in_as, name="training_sign_in"),
        path("surat/", training.mailbox, name="mailbox"),
    ]
