"""Jogo Malang Presisi: wadul and panic button in; status, replies and public notices back."""
