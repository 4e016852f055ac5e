using FsmKit.Analyzers.Bodies;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Analyzers.Rules;

/// <summary>FSM0073: an action does not wait, because the whole loop would wait.</summary>
internal sealed class BlockingRule : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.Blocking,
        "An action does not block the loop",
        "'{0}' in '{1}' stops the whole loop until it returns: {2}",
        HelpLink.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "All gobjs of a loop share one thread. While an action waits, no event of any of them is handled and no timeout is due.",
        helpLinkUri: HelpLink.For(DiagnosticIds.Blocking));

    private const string Later = "use a timeout, [After(…)] or StartTimer";
    private const string Work = "let [Invoke<EvDone, EvFailed>(…)] or Invoke(…) do the work, its end comes as an event";

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GClassBodies bodies, CancellationToken cancellation) =>
        from method in bodies.All
        where !method.Key.IsAsync
        from operation in method.Value.DescendantsAndSelf()
        let remedy = Remedy(operation, method.Value)
        where remedy is not null && operation.RunsHere()
        select At(operation.Syntax.GetLocation(), Name(operation), method.Key.Name, remedy);

    private static string Name(IOperation operation) => operation switch
    {
        IInvocationOperation call => $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
        IPropertyReferenceOperation property => $"{property.Property.ContainingType.Name}.{property.Property.Name}",
        _ => "",
    };

    private static string? Remedy(IOperation operation, IOperation body) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } call => (method.ContainingType.ToDisplayString(), method.Name) switch
        {
            ("System.Threading.Thread", "Sleep") or ("System.Threading.SpinWait", "SpinUntil") => Later,
            ("System.Threading.Thread", "Join") or ("System.Threading.Monitor", "Wait") => Work,
            ("System.Threading.Tasks.Task", "Wait" or "WaitAll" or "WaitAny") => IsDone(call.Instance, body) ? null : Work,
            ("System.Threading.SemaphoreSlim" or "System.Threading.ManualResetEventSlim" or "System.Threading.CountdownEvent", "Wait") => CanReturnAtOnce(call) ? null : Work,
            ("System.Diagnostics.Process", "WaitForExit") => Work,
            ("System.Console", "ReadLine" or "ReadKey" or "Read") => Work,
            (_, "WaitOne" or "WaitAll" or "WaitAny") when method.ContainingType.IsNamed("System.Threading.WaitHandle") => CanReturnAtOnce(call) ? null : Work,
            (_, "GetResult") when method.ContainingType.Name.EndsWith("TaskAwaiter", StringComparison.Ordinal) => IsDone((call.Instance as IInvocationOperation)?.Instance, body) ? null : Work,
            _ => null,
        },
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type } } property
            when type.IsNamed("System.Threading.Tasks.Task") || type.IsNamed("System.Threading.Tasks.ValueTask") => IsDone(property.Instance, body) ? null : Work,
        _ => null,
    };

    /// <summary>Whether the body checks first that the task has ended.</summary>
    private static bool IsDone(IOperation? task, IOperation body) => task is not null && body.DescendantsAndSelf().OfType<IPropertyReferenceOperation>()
        .Any(asked => asked.Property.Name.StartsWith("IsCompleted", StringComparison.Ordinal) && asked.Instance?.Syntax.ToString() == task.Syntax.ToString());

    /// <summary>Whether the call waits for no time at all.</summary>
    private static bool CanReturnAtOnce(IInvocationOperation call) => call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: 0 });
}
