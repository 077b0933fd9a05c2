-- AlterTable
ALTER TABLE "Program" ADD COLUMN     "applied" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "debrief" TEXT,
ADD COLUMN     "debriefedOn" TEXT,
ADD COLUMN     "knewName" BOOLEAN,
ADD COLUMN     "mood" TEXT,
ADD COLUMN     "rankPlace" INTEGER,
ADD COLUMN     "redFlag" TEXT,
ADD COLUMN     "signal" TEXT,
ADD COLUMN     "wish" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "certifiedOn" TEXT,
ADD COLUMN     "certifyBy" TEXT;
