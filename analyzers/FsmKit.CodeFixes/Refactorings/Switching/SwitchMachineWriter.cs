using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Refactorings.Switching;

/// <summary>
/// Rewrites a machine class as a gclass: its enum becomes the table, its methods send events, their sections become actions.
/// </summary>
internal sealed class SwitchMachineWriter
{
    private readonly SwitchMachine _machine;
    private readonly FixSubject _subject;
    private readonly SourceText _text;
    private readonly string _line;
    private readonly Renaming _renaming;

    private SwitchMachineWriter(SwitchMachine machine)
    {
        (_machine, _subject) = (machine, machine.Subject);
        _text = _subject.TextOf(machine.Class);
        _line = _text.LineBreak();
        _renaming = new Renaming(machine, _text);
    }

    public static IEnumerable<Edit> Write(SwitchMachine machine)
    {
        var writer = new SwitchMachineWriter(machine);
        return [.. writer.Header(), .. writer.Rows(), .. machine.Methods.SelectMany(writer.Method), .. writer.Rest(), .. writer.Removed()];
    }

    private IEnumerable<Edit> Header()
    {
        var declaration = _machine.Class;
        var imports = GClassParts.IsImported(_subject.Model, declaration.SpanStart, KnownNames.GClass) ? [] : UsingInsertion.Add(_subject, KnownNames.Namespace);
        var indent = _text.Indentation(declaration.SpanStart);
        var inputs = $"[GClass]{_line}{indent}[{string.Join(", ", _machine.Methods.Select(static method => $"Input<{method.Event}>"))}]{_line}{indent}";
        var modifiers = (declaration.Modifiers.Any(SyntaxKind.SealedKeyword) ? "" : "sealed ") + (declaration.Modifiers.Any(SyntaxKind.PartialKeyword) ? "" : "partial ");
        var partial = declaration.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
        return imports
            .Concat(Insert(_text.LineAt(UsingInsertion.StartOf(declaration)).Start, string.Concat(_machine.Methods.Select(method => $"{indent}{Event(method)}{_line}")) + _line))
            .Concat(Insert(declaration.SpanStart, inputs))
            .Concat(modifiers.Length > 0 ? Insert(partial == default ? declaration.Keyword.SpanStart : partial.SpanStart, modifiers) : [])
            .Concat(declaration.BaseList is { Types: var bases } ? Insert(bases[0].SpanStart, "GObj, ") : Insert(declaration.Identifier.Span.End, " : GObj"));
    }

    private string Event(SwitchMethod method)
    {
        // A public event needs public parameter types; a less accessible method may have internal ones.
        var isPublic = _machine.Class.Modifiers.Any(SyntaxKind.PublicKeyword);
        var access = isPublic && method.Declaration.Modifiers.Any(SyntaxKind.PublicKeyword) ? "public " : isPublic || _machine.Class.Modifiers.Any(SyntaxKind.InternalKeyword) ? "internal " : "";
        var parameters = string.Join(", ", method.Declaration.ParameterList.Parameters.Select(static parameter => $"{parameter.Type} {SwitchMethodReader.Pascal(parameter.Identifier.ValueText)}"));
        return $"{access}readonly record struct {method.Event}{(parameters.Length > 0 ? $"({parameters})" : "")};";
    }

    private IEnumerable<Edit> Rows()
    {
        foreach (var state in _machine.Table.Members)
        {
            var name = state.Identifier.ValueText;
            var rows = _machine.Methods.Select(method => Row(method, method.Cases.First(one => one.States.Any(other => other.Name == name)))).ToList();
            if (name == _machine.Start.Name && state != _machine.Table.Members[0])
            {
                rows.Insert(0, "Initial");
            }

            var text = _text.IsFirstOnLine(state.SpanStart)
                ? string.Concat(rows.Select(row => $"[{row}]{_line}{_text.Indentation(state.SpanStart)}"))
                : $"[{string.Join(", ", rows)}] ";
            foreach (var edit in Insert(state.SpanStart, text))
            {
                yield return edit;
            }
        }
    }

    private static string Row(SwitchMethod method, SwitchCase one)
    {
        var next = one.Next is { Expression: AssignmentExpressionSyntax assignment } ? $"Next = {assignment.Right.DescendantTokens().Last().ValueText}" : null;
        var action = one.Action is { } name ? $"nameof({name})" : null;
        return one.IsRefused ? $"Refuse<{method.Event}>"
            : action is null && next is null ? $"Ignore<{method.Event}>"
            : $"On<{method.Event}>({string.Join(", ", new[] { action, next }.OfType<string>())})";
    }

    /// <summary>Returns the edits of a method, which then sends its event and is followed by the actions.</summary>
    private IEnumerable<Edit> Method(SwitchMethod method)
    {
        var arguments = string.Join(", ", method.Declaration.ParameterList.Parameters.Select(static parameter => parameter.Identifier.Text));
        var actions = method.Cases.Where(static one => one.Action is not null).Select(one => Action(method, one));
        return _subject.Replace(
            _machine.Class, TextSpan.FromBounds(method.Declaration.ParameterList.Span.End, method.Declaration.Body!.Span.End),
            $" => Send(this, new {method.Event}({arguments}));{string.Concat(actions.Select(action => _line + _line + action))}");
    }

    private string Action(SwitchMethod method, SwitchCase one)
    {
        var indent = _text.Indentation(method.Declaration.SpanStart);
        var step = indent.StartsWith("\t", StringComparison.Ordinal) ? "\t" : "    ";
        var e = ParameterOf(one);
        var nodes = one.Statements.SelectMany(static statement => statement.DescendantNodes()).ToList();
        var isCaptured = nodes.Exists(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax);
        var isAsked = method.Declaration.ParameterList.Parameters.Count > 0;
        var body = _renaming.Body(method, one, e, indent + step);
        return $"{indent}private void {one.Action}({(isAsked ? $"{(isCaptured ? "" : "in ")}{method.Event} {e}" : "")}){_line}{indent}{{{_line}{body}{_line}{indent}}}";
    }

    private static string ParameterOf(SwitchCase one) =>
        one.Statements.SelectMany(static statement => statement.DescendantTokens()).Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "e") ? "received" : "e";

    /// <summary>Returns the renamings in the rest of the class.</summary>
    private IEnumerable<Edit> Rest() => _renaming.All
        .Where(one => _machine.Methods.All(method => !method.Declaration.Body!.Span.Contains(one.Span)) && !_machine.Field.Span.Contains(one.Span))
        .SelectMany(one => _subject.Replace(_machine.Class, one.Span, one.NewText!))
        .Concat(_machine.Table.Identifier.ValueText == KnownNames.StateEnum ? [] : _subject.Replace(_machine.Class, _machine.Table.Identifier.Span, KnownNames.StateEnum));

    /// <summary>Returns the removal of the field with its comment and one of the blank lines around it.</summary>
    private IEnumerable<Edit> Removed()
    {
        var field = _machine.Field;
        var start = AfterBlankLines(field.FullSpan.Start);
        var isApart = start > field.FullSpan.Start || field == _machine.Class.Members[0];
        return _subject.Replace(_machine.Class, TextSpan.FromBounds(start, isApart ? AfterBlankLines(field.FullSpan.End) : field.FullSpan.End), "");
    }

    private int AfterBlankLines(int position)
    {
        while (_text.LineAt(position) is var line && line.Start == position && line.EndIncludingLineBreak > position && string.IsNullOrWhiteSpace(line.ToString()))
        {
            position = line.EndIncludingLineBreak;
        }

        return position;
    }

    private IEnumerable<Edit> Insert(int position, string text) => _subject.Insert(_machine.Class, position, text);
}
