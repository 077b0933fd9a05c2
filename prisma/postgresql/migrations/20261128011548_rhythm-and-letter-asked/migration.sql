-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "letterAskedOn" TEXT;

-- AlterTable
ALTER TABLE "Defender" ADD COLUMN     "everyDays" INTEGER;
