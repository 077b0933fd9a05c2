-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_PendingCall" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "call" TEXT NOT NULL,
    "letters" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "PendingCall_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_PendingCall" ("call", "expiresAt", "id", "userId") SELECT "call", "expiresAt", "id", "userId" FROM "PendingCall";
DROP TABLE "PendingCall";
ALTER TABLE "new_PendingCall" RENAME TO "PendingCall";
CREATE INDEX "PendingCall_userId_idx" ON "PendingCall"("userId");
CREATE INDEX "PendingCall_expiresAt_idx" ON "PendingCall"("expiresAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
