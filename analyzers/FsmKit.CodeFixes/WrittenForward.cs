using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes;

/// <summary>Forward in a table, as written.</summary>
/// <param name="GClass">The gclass of the table.</param>
/// <param name="Site">The forward.</param>
internal sealed record WrittenForward(INamedTypeSymbol GClass, ForwardSite Site)
{
    /// <summary>Returns the forwards at the diagnostics.</summary>
    public static IEnumerable<WrittenForward> Of(FixSubject subject) =>
        from diagnostic in subject.Diagnostics
        let attribute = subject.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()
        let gclass = attribute is null ? null : subject.GClassAround(attribute)
        where gclass is not null
        from row in MachineReader.ReadSites(gclass, subject.Model.Compilation, subject.Cancellation).Rows
        where row.Forward is { Event: not null } && row.Attribute.Syntax(subject.Cancellation) == attribute
        select new WrittenForward(gclass, row.Forward!);
}
