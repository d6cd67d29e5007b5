Feature: Signing in
  To be written.
