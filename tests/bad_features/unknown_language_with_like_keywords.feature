# language: no
Egenskap: Renewal

  Scenario: Norwegian has the word, too
    Gitt Kim Hana is a customer
