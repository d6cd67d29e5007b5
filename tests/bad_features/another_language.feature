# language: fr
Fonctionnalité: Connexion
  Scénario: Un client
    Soit Kim Hana is a customer
