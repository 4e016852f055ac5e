using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0019: a class has one [GClass], because two classes of one name are one class to the compiler.</summary>
internal sealed class SecondGClassRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.SecondGClass,
        "A gclass is marked once",
        "'{0}' has [GClass] in '{1}' already: if this is a copy of it, give the class another name; if it is another part of it, remove [GClass] here",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The parts of a partial class have one [GClass] between them. Two complete classes of one name are a copy that still needs a name of its own.",
        helpLinkUri: HelpLink.For(DiagnosticIds.SecondGClass));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation)
    {
        var marks = reading.GClass.AttributesInOrder().Where(static attribute => attribute.Is(KnownNames.GClass)).ToList();
        return marks.Skip(1).Select(mark => At(
            mark.Place(cancellation), reading.GClass.Name, Path.GetFileName(marks[0].ApplicationSyntaxReference?.SyntaxTree.FilePath)));
    }
}
