using System.Collections.Immutable;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FsmKit.Analyzers.Rules;

/// <summary>
/// FSM0030: the event of a named timeout, of work started by a call, or of <c>Raise</c> is a declared input, because it is delivered to the
/// gobj itself. Otherwise the runtime throws. This rule checks calls and not tables, so it is an analyzer of its own, which compares names
/// first.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndeclaredDeliveryAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UndeclaredDelivery,
        "An event that a gobj delivers to itself is a declared input",
        "'{0}' is no input event of '{1}', so it could not be delivered: declare it with [Input<{0}>]",
        HelpLink.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A named timeout, the end of asynchronous work and a raised event are delivered to the gobj itself. Each is answered by the rows of the table, so each is an input like any other.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UndeclaredDelivery));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.GClassMetadata) is not null)
            {
                start.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InvocationExpression);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (CalledName.Of(call.Expression) is not
            {
                Identifier.ValueText: KnownNames.StartTimer or KnownNames.StopTimer or KnownNames.TimeLeft or KnownNames.InvokeCall or KnownNames.Raise
            } name
            || GClass(context, call.Expression) is not { } gclass
            || !gclass.IsGClass()
            || context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol { Arity: > 0 } method
            || !method.ContainingType.IsGObj()
            || !EventReader.AreRead(gclass, KnownNames.Input))
        {
            return;
        }

        var inputs = EventReader.Read(gclass, KnownNames.Input, context.CancellationToken);
        for (var place = method.Arity <= 1 ? 0 : method.Arity - 2; place < method.Arity; place++)
        {
            var type = method.TypeArguments[place];
            if (type.CanBeNamed() && EventReader.IndexOf(inputs, type) < 0)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, Place(name, call.ArgumentList.Arguments, method, place), type.ShortName(), gclass.Name));
            }
        }
    }

    /// <summary>Returns the class of the gobj that receives the event.</summary>
    private static INamedTypeSymbol? GClass(SyntaxNodeAnalysisContext context, ExpressionSyntax called) =>
        called is MemberAccessExpressionSyntax { Expression: not BaseExpressionSyntax } access
            ? context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type as INamedTypeSymbol
            : context.ContainingSymbol?.ContainingType;

    /// <summary>Returns the location of the event: a type argument, an argument, or the object created in a lambda.</summary>
    private static Location Place(SimpleNameSyntax name, SeparatedSyntaxList<ArgumentSyntax> arguments, IMethodSymbol method, int place)
    {
        if (name is GenericNameSyntax generic)
        {
            return generic.TypeArgumentList.Arguments[place].GetLocation();
        }

        // The events are the last parameters.
        var parameter = method.Parameters[method.Parameters.Length - method.Arity + place];
        var argument = (arguments.FirstOrDefault(one => one.NameColon?.Name.Identifier.ValueText == parameter.Name) ?? arguments[Math.Min(parameter.Ordinal, arguments.Count - 1)]).Expression;
        return ((argument as LambdaExpressionSyntax)?.ExpressionBody ?? argument).GetLocation();
    }
}
