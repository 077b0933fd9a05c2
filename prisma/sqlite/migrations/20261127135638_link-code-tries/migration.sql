-- Codes of fifteen minutes: none of the old kind is worth keeping.
DROP TABLE "LinkCode";
CREATE TABLE "LinkCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "LinkCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "LinkCode_userId_key" ON "LinkCode"("userId");
CREATE UNIQUE INDEX "LinkCode_codeHash_key" ON "LinkCode"("codeHash");
CREATE UNIQUE INDEX "LinkCode_handle_key" ON "LinkCode"("handle");
CREATE INDEX "LinkCode_expiresAt_idx" ON "LinkCode"("expiresAt");

CREATE TABLE "LinkTry" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "tries" INTEGER NOT NULL,
    "since" DATETIME NOT NULL
);
CREATE INDEX "LinkTry_since_idx" ON "LinkTry"("since");

ALTER TABLE "TakeAway" ADD COLUMN "accountId" TEXT;
ALTER TABLE "TakeAway" ADD COLUMN "handle" TEXT;
ALTER TABLE "TakeAway" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "TakeAway" ADD COLUMN "triedSince" DATETIME;
CREATE UNIQUE INDEX "TakeAway_handle_key" ON "TakeAway"("handle");

-- In place: to make the table anew would take what hangs on it along.
ALTER TABLE "Account" DROP COLUMN "tries";
ALTER TABLE "Account" DROP COLUMN "triedSince";
