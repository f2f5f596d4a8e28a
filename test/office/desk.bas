' What a person does in Calc, line by line from a list: opens files, types into cells, saves, looks at what stands there.
' A line is a verb and its words with tabs between; in them \t, \n and \\ stand for themselves.

Option Explicit

Dim book As Object
Dim report As Object

Sub Main()
  Dim folder As String, files As Object, list As Object, line As String
  folder = Environ("PARINDEX_OFFICE")
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  report = CreateUnoService("com.sun.star.io.TextOutputStream")
  report.setEncoding("UTF-8")
  report.setOutputStream(files.openFileWrite(ConvertToURL(folder & "/report.txt")))
  list = CreateUnoService("com.sun.star.io.TextInputStream")
  list.setEncoding("UTF-8")
  list.setInputStream(files.openFileRead(ConvertToURL(folder & "/jobs.txt")))
  On Error GoTo Broken
  Do While Not list.isEOF()
    line = list.readLine()
    If line <> "" Then Perform(Split(line, Chr(9)))
  Loop
  Say("done")
  report.closeOutput()
  StarDesktop.terminate()
  Exit Sub
Broken:
  Say("broken" & Chr(9) & Written(Error$ & " at " & line))
  report.closeOutput()
  StarDesktop.terminate()
End Sub

Sub Perform(words As Variant)
  Select Case words(0)
    Case "open": OpenBook(words(1), words(2), words(3))
    Case "type": TypeInto(words(1), words(2), Plain(words(3)))
    Case "look": LookAtAll(words(1))
    Case "save": SaveBook(words(1), words(2), words(3))
    Case "close": book.close(True)
  End Select
End Sub

' The import filter and its options are empty where Calc is to find out by itself.
Sub OpenBook(path As String, filter As String, options As String)
  Dim how(2) As New com.sun.star.beans.PropertyValue
  how(0).Name = IIf(filter = "", "Silent", "FilterName")
  how(0).Value = IIf(filter = "", True, filter)
  how(1).Name = IIf(options = "", "Silent", "FilterOptions")
  how(1).Value = IIf(options = "", True, options)
  how(2).Name = "Hidden"
  how(2).Value = False
  book = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, how())
End Sub

' As by the keyboard: the program itself decides what the text means, and refuses a locked cell.
Sub TypeInto(sheet As String, cell As String, text As String)
  Dim target(0) As New com.sun.star.beans.PropertyValue
  Dim typed(0) As New com.sun.star.beans.PropertyValue
  Dim keys As Object
  book.CurrentController.setActiveSheet(book.Sheets.getByName(sheet))
  keys = CreateUnoService("com.sun.star.frame.DispatchHelper")
  target(0).Name = "ToPoint"
  target(0).Value = cell
  keys.executeDispatch(book.CurrentController.Frame, ".uno:GoToCell", "", 0, target())
  typed(0).Name = "StringName"
  typed(0).Value = text
  keys.executeDispatch(book.CurrentController.Frame, ".uno:EnterString", "", 0, typed())
End Sub

' Every cell that holds something: label, sheet, cell, text|number|formula, what is shown, what is behind it, link.
Sub LookAtAll(label As String)
  Dim sheet As Object, cursor As Object, cell As Object
  Dim at As Integer, row As Long, column As Long, kind As String
  book.calculateAll()
  Say("book" & Chr(9) & label & Chr(9) & book.ExternalDocLinks.Count & Chr(9) & book.DDELinks.Count)
  For at = 0 To book.Sheets.Count - 1
    sheet = book.Sheets.getByIndex(at)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    For row = 0 To cursor.RangeAddress.EndRow
      For column = 0 To cursor.RangeAddress.EndColumn
        cell = sheet.getCellByPosition(column, row)
        If cell.Type <> com.sun.star.table.CellContentType.EMPTY Then
          kind = "text"
          If cell.Type = com.sun.star.table.CellContentType.VALUE Then kind = "number"
          If cell.Type = com.sun.star.table.CellContentType.FORMULA Then kind = "formula"
          Say("cell" & Chr(9) & label & Chr(9) & sheet.Name & Chr(9) & NameOf(cell) & Chr(9) & kind & Chr(9) & Written(cell.String) & Chr(9) & Written(cell.Formula) & Chr(9) & FieldsOf(cell))
        End If
      Next column
    Next row
  Next at
End Sub

Function NameOf(cell As Object) As String
  Dim parts As Variant
  parts = Split(cell.AbsoluteName, ".")
  NameOf = Join(Split(parts(UBound(parts)), "$"), "")
End Function

Function FieldsOf(cell As Object) As Integer
  FieldsOf = 0
  If cell.Type = com.sun.star.table.CellContentType.TEXT Then FieldsOf = cell.TextFields.Count
End Function

Sub SaveBook(path As String, filter As String, options As String)
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = filter
  how(1).Name = "FilterOptions"
  how(1).Value = options
  book.storeToURL(ConvertToURL(path), how())
End Sub

Sub Say(line As String)
  report.writeString(line & Chr(10))
End Sub

Function Written(text As String) As String
  Written = Join(Split(Join(Split(Join(Split(text, "\"), "\\"), Chr(9)), "\t"), Chr(10)), "\n")
End Function

Function Plain(text As String) As String
  Dim hold As String
  hold = Chr(1)
  Plain = Join(Split(Join(Split(Join(Split(Join(Split(text, "\\"), hold), "\t"), Chr(9)), "\n"), Chr(10)), hold), "\")
End Function
