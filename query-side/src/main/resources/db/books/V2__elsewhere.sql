-- As of an older position any dossier that was elsewhere may have been the unit's: they are few, and found here.
CREATE INDEX dossier_0_elsewhere ON books.dossier_0 (id) WHERE elsewhere;
CREATE INDEX dossier_1_elsewhere ON books.dossier_1 (id) WHERE elsewhere;
