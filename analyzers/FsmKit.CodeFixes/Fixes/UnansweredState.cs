using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Fixes;

/// <summary>State with the events that it does not answer.</summary>
internal sealed record UnansweredState(
    FixSubject Subject, EnumMemberDeclarationSyntax Syntax, INamedTypeSymbol GClass, IReadOnlyList<EventSite> Missing, CallReader Calls)
{
    /// <summary>The part of the gclass that gets the actions.</summary>
    public TypeDeclarationSyntax? Part => GClass.TablePart(Subject.Cancellation);

    public static UnansweredState? Read(FixSubject subject, Diagnostic diagnostic, EnumMemberDeclarationSyntax syntax)
    {
        if (syntax.GClassOf(subject.Model, subject.Cancellation) is not { } gclass
            || !diagnostic.Properties.TryGetValue(DiagnosticProperties.Events, out var events)
            || events is null)
        {
            return null;
        }

        var missing = events.Split(DiagnosticProperties.Separator);
        var reading = MachineReader.ReadSites(gclass, subject.Model.Compilation, subject.Cancellation);
        return new UnansweredState(
            subject, syntax, gclass, [.. reading.Inputs.Where(input => missing.Contains(input.Model.Type))],
            new CallReader(gclass, subject.Model.Compilation, subject.Cancellation));
    }

    public string Attribute(string attribute, EventSite e) => GClassParts.Attribute(attribute, e.Type, Subject.Model, Syntax.SpanStart);

    public IEnumerable<Edit> Add(IEnumerable<string> attributes) => AttributeInsertion.Add(Subject, Syntax, [.. attributes]);
}
