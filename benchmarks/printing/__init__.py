"""The sheets beside the same pages made by typst, fpdf2, WeasyPrint and LibreOffice; a district's sheets in one go."""
