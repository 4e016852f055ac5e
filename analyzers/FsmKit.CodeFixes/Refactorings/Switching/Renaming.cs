using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Refactorings.Switching;

/// <summary>
/// New names in the class of a machine: the field becomes <c>CurrentState</c>, the enum <c>State</c>, and parameters become properties of
/// the event.
/// </summary>
internal sealed class Renaming
{
    private readonly SwitchMachine _machine;
    private readonly SourceText _text;

    public Renaming(SwitchMachine machine, SourceText text)
    {
        (_machine, _text) = (machine, text);
        var model = machine.Subject.Model;
        var table = model.GetDeclaredSymbol(machine.Table, machine.Subject.Cancellation);
        All = [
            .. machine.Uses.Where(static use => use.Parent is not AssignmentExpressionSyntax assignment || assignment.Left != use).Select(static use => new TextChange(use.Span, KnownNames.CurrentState)),
            .. machine.Class.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => machine.Table.Identifier.ValueText != KnownNames.StateEnum && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, machine.Subject.Cancellation).Symbol, table))
                .Select(static name => new TextChange(name.Span, KnownNames.StateEnum)),
        ];
    }

    /// <summary>The changes that apply everywhere.</summary>
    public IReadOnlyList<TextChange> All { get; }

    /// <summary>Returns the statements of a case as those of a method.</summary>
    public string Body(SwitchMethod method, SwitchCase one, string e, string indent)
    {
        var first = one.Statements[0];
        var start = _text.IsFirstOnLine(first.SpanStart) ? first.FullSpan.Start : first.SpanStart;
        var last = one.Statements[one.Statements.Count - 1];
        var changes = All.Concat(Parameters(method, e)).Where(change => one.Next?.Span.Contains(change.Span) != true).Concat(Changes(one))
            .Where(change => change.Span.Start >= start && change.Span.End <= last.FullSpan.End).OrderBy(static change => change.Span.Start);
        var text = _text.GetSubText(TextSpan.FromBounds(start, last.FullSpan.End)).WithChanges(changes.Select(change => new TextChange(new TextSpan(change.Span.Start - start, change.Span.Length), change.NewText!)));
        var old = _text.IsFirstOnLine(first.SpanStart) ? _text.Indentation(first.SpanStart) : "";
        var lines = $"{text}".TrimEnd().Split('\n').Select(static line => line.TrimEnd('\r'));
        return string.Join(_text.LineBreak(), lines.Select(line => line.Trim().Length == 0 ? "" : indent + (line.StartsWith(old, StringComparison.Ordinal) ? line.Substring(old.Length) : line.TrimStart())));
    }

    private IEnumerable<TextChange> Parameters(SwitchMethod method, string e) =>
        from parameter in method.Declaration.ParameterList.Parameters
        let symbol = _machine.Subject.Model.GetDeclaredSymbol(parameter, _machine.Subject.Cancellation)
        from name in method.Declaration.Body!.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.ValueText == parameter.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(_machine.Subject.Model.GetSymbolInfo(name, _machine.Subject.Cancellation).Symbol, symbol)
        select new TextChange(name.Span, $"{e}.{SwitchMethodReader.Pascal(parameter.Identifier.ValueText)}");

    private IEnumerable<TextChange> Changes(SwitchCase one)
    {
        if (one.Next is { } next)
        {
            var line = _text.LineAt(next.SpanStart);
            yield return new TextChange(_text.IsFirstOnLine(next.SpanStart) && _text.IsLastOnLine(next.Span.End) && line.Span.Contains(next.Span) ? line.SpanIncludingLineBreak : next.Span, "");
        }

        foreach (var use in _machine.Uses.Where(use => one.Statements.Any(statement => statement.Span.Contains(use.Span))))
        {
            if (use.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment && assignment.Left == use && statement != one.Next)
            {
                yield return new TextChange(TextSpan.FromBounds(assignment.SpanStart, assignment.Right.SpanStart), KnownNames.ChangeState + "(");
                yield return new TextChange(new TextSpan(assignment.Right.Span.End, 0), ")");
            }
        }

        var section = one.Statements[0].FirstAncestorOrSelf<SwitchSectionSyntax>()!;
        foreach (var end in one.Statements.SelectMany(static statement => statement.DescendantNodesAndSelf()).OfType<BreakStatementSyntax>().Where(end => SwitchMethodReader.Leaves(end, section)))
        {
            yield return new TextChange(end.BreakKeyword.Span, "return");
        }
    }
}
