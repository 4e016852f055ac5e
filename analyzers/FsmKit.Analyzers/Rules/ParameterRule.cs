using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0011: the accessors of a parameter are generated.</summary>
internal sealed class ParameterRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Parameter,
        "A parameter is a partial property",
        "The parameter '{0}' {1}",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The setter that checks a parameter is generated, so the property is declared as partial, with accessors that have no body.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Parameter));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(MachineReading reading, CancellationToken cancellation) =>
        from parameter in reading.Parameters
        where parameter.Model is null
        let problem = Problem(parameter, parameter.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as PropertyDeclarationSyntax)
        where problem is not null
        select At(parameter.Symbol.Locations.FirstOrDefault(), parameter.Symbol.Name, problem);

    /// <summary>Returns the error of a parameter; null without one, or where another rule reports it.</summary>
    private static string? Problem(ParameterSite parameter, PropertyDeclarationSyntax? syntax)
    {
        var property = parameter.Symbol;
        const string Shape = "has to be a partial instance property with plain 'get' and 'set' or 'init'";
        return syntax switch
        {
            null => $"{Shape}: it is no property",
            _ when ParameterReader.IsOwn(property) && property is { IsStatic: false, GetMethod: not null } => !HasChecks(parameter) ? null
                : "has its own accessors, which check their values themselves: remove Validate and Coerce, and throw ParameterException.Rejected in the setter",
            _ when !ParameterReader.HasField(syntax) =>
                $"needs C# 14, and this project is compiled as C# {((CSharpParseOptions)syntax.SyntaxTree.Options).LanguageVersion.ToDisplayString()}: remove LangVersion from the project, or set it to 14",
            { ExplicitInterfaceSpecifier: not null } => $"{Shape}: it belongs to an interface; write a parameter of its own, and let the interface's property return it",
            _ when property.IsStatic => $"{Shape}: it is static, and a parameter belongs to one gobj",
            _ when property.GetMethod is null || property.SetMethod is null => $"{Shape}: it has only one of the two",
            _ when ParameterReader.Setter(syntax) is null => $"{Shape}: an accessor has code, which belongs into Validate or Coerce",
            _ when !syntax.Modifiers.Any(SyntaxKind.PartialKeyword) => $"{Shape}: it is not partial",
            _ => null,
        };
    }

    private static bool HasChecks(ParameterSite parameter) => parameter.Validate is not null || parameter.Coerce is not null;
}
