using System.Collections.Immutable;
using FsmKit.Analyzers.Bodies;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0080: a gclass accepts the events of the children that it creates.</summary>
internal sealed class UnheardOutputRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.UnheardOutput,
        "A parent accepts the events that its children publish",
        "'{0}' of '{1}' has no subscriber: '{2}', which creates the child, has no [Input<{0}>], and no code in '{2}' subscribes to the event",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A gobj is subscribed to those outputs of its children that it declares as inputs. An output without a subscriber is lost; at run time the log reports this once.",
        helpLinkUri: HelpLink.For(DiagnosticIds.UnheardOutput));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation)
    {
        var gclass = bodies.Reading.GClass;
        var calls = bodies.Calls.Select(static one => one.Call);
        var subscribed = calls.Where(static call => call.TargetMethod.Name.StartsWith("Subscribe", StringComparison.Ordinal)).SelectMany(static call => call.TargetMethod.TypeArguments);
        foreach (var call in calls.Where(static call => IsOwnCreate(call) && !Arranges(call)))
        {
            if (call.TargetMethod.TypeArguments[0] is INamedTypeSymbol child && child.IsGClass() && !IsShown(call))
            {
                foreach (var output in child.GetAttributes().Where(static attribute => attribute.Is(KnownNames.Output) && !attribute.NamedArguments.Any(static named => named is { Key: "Optional", Value.Value: true })))
                {
                    if (EventReader.EventOf(output) is { } e && EventReader.IndexOf(bodies.Reading.Inputs, e) < 0 && !subscribed.Contains(e, SymbolEqualityComparer.Default))
                    {
                        yield return Diagnostic.Create(
                            Rule, call.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Events, e.FullName()), e.ShortName(), child.Name, gclass.Name);
                    }
                }
            }
        }
    }

    private static bool IsOwnCreate(IInvocationOperation call) =>
        call is { TargetMethod: { Name: KnownNames.Create, IsGenericMethod: true }, Instance: IInstanceReferenceOperation } && call.TargetMethod.ContainingType.IsGObj();

    /// <summary>
    /// Whether the call sets a subscriber of the child: by a subscription, by the name of a subscriber or an event, or through a method
    /// that may do so.
    /// </summary>
    private static bool Arranges(IInvocationOperation call) => call.Arguments.Any(static argument => argument is { Parameter.Name: "configure", ArgumentKind: ArgumentKind.Explicit }
        && (argument.Value is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }
            || lambda.Syntax.ToString() is var text && (text.Contains("Subscribe") || text.Contains("EventName") || lambda.Body.Descendants().OfType<IArgumentOperation>().Any(static one => one.Value is IParameterReferenceOperation))));

    /// <summary>Whether other code can access the child and subscribe.</summary>
    private static bool IsShown(IInvocationOperation call)
    {
        var around = call.Parent;
        while (around is IConversionOperation or IParenthesizedOperation or ICoalesceOperation)
        {
            around = around.Parent;
        }

        return around switch
        {
            IAssignmentOperation { Target: IFieldReferenceOperation { Field: var field } } => field.DeclaredAccessibility != Accessibility.Private,
            IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => property.DeclaredAccessibility != Accessibility.Private,
            IAssignmentOperation { Target: IDiscardOperation } or IExpressionStatementOperation or IVariableInitializerOperation => false,
            _ => true,
        };
    }
}
