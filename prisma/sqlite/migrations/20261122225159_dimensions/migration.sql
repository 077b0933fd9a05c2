-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_LogEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "worry" TEXT,
    "dimensions" TEXT NOT NULL DEFAULT '',
    "sentence" TEXT,
    "place" TEXT,
    "day" TEXT NOT NULL,
    "loggedAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "LogEntry_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "LogEntry_contactId_userId_fkey" FOREIGN KEY ("contactId", "userId") REFERENCES "Contact" ("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_LogEntry" ("contactId", "day", "id", "loggedAt", "place", "sentence", "stance", "userId", "worry", "writeId") SELECT "contactId", "day", "id", "loggedAt", "place", "sentence", "stance", "userId", "worry", "writeId" FROM "LogEntry";
DROP TABLE "LogEntry";
ALTER TABLE "new_LogEntry" RENAME TO "LogEntry";
CREATE INDEX "LogEntry_userId_day_loggedAt_id_idx" ON "LogEntry"("userId", "day", "loggedAt", "id");
CREATE INDEX "LogEntry_userId_loggedAt_idx" ON "LogEntry"("userId", "loggedAt");
CREATE INDEX "LogEntry_contactId_idx" ON "LogEntry"("contactId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
