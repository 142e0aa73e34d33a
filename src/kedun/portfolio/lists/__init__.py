"""The list of customers: filters, order, pages, totals, and the same as a workbook."""
