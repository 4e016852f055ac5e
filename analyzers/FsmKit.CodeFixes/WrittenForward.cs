using FsmKit.Analyzers;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes;

/// <summary>A forward in a table, as it is written.</summary>
/// <param name="GClass">Whose table it is.</param>
/// <param name="Site">What is forwarded, and to whom.</param>
internal sealed record WrittenForward(INamedTypeSymbol GClass, ForwardSite Site)
{
    /// <summary>The forwards in which the diagnostics are.</summary>
    public static IEnumerable<WrittenForward> Of(FixSubject subject) =>
        from diagnostic in subject.Diagnostics
        let attribute = subject.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()
        let gclass = attribute is null ? null : subject.GClassAround(attribute)
        where gclass is not null
        from row in MachineReader.ReadSites(gclass, subject.Model.Compilation, subject.Cancellation).Rows
        where row.Forward is { Event: not null } && row.Attribute.Syntax(subject.Cancellation) == attribute
        select new WrittenForward(gclass, row.Forward!);
}
