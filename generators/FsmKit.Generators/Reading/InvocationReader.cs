using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Reads the asynchronous work of a state: its method, and the ways to create its events.</summary>
internal static class InvocationReader
{
    public static InvocationSite Read(AttributeData attribute, IReadOnlyList<EventSite> inputs, CallReader calls)
    {
        var (e, failure) = (EventReader.EventOf(attribute, 0), EventReader.EventOf(attribute, 1));
        var work = calls.Read(attribute.ConstructorArguments.FirstOrDefault().Value as string, CallUse.Work, null, attribute);
        var site = new InvocationSite(work, e, IndexOf(inputs, e), failure, IndexOf(inputs, failure), attribute);
        if (work is not { Model: { } call, Method: { } method } || e is null || failure is null)
        {
            return site;
        }

        var result = Result(method);
        site = site with { EventForm = Form(e, result), FailureForm = Form(failure, Exception(method)) };
        return site is { Input: < 0 } or { FailureInput: < 0 } or { EventForm: EventForm.None } or { FailureForm: EventForm.None } ? site : site with
        {
            Model = new InvocationModel(
                call, method.Parameters.Length > 0, result?.FullName(), method.ReturnType.Name == "Task", site.Input, site.EventForm, site.FailureInput, site.FailureForm),
        };
    }

    /// <summary>Whether a method can be asynchronous work: it returns a task, and takes a token or nothing.</summary>
    public static bool Fits(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: <= 1 } task && IsOfThreading(task, "Tasks")
        && Result(method) is not { IsRefLikeType: true }
        && (method.Parameters.IsEmpty || (method.Parameters.Length == 1 && method.Parameters[0] is { RefKind: RefKind.None, Type: INamedTypeSymbol { Name: "CancellationToken" } token }
            && IsOfThreading(token, null)));

    /// <summary>Returns the type of the result; null without one.</summary>
    public static ITypeSymbol? Result(IMethodSymbol method) => ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault();

    private static int IndexOf(IReadOnlyList<EventSite> inputs, INamedTypeSymbol? e) => e is null ? -1 : EventReader.IndexOf(inputs, e);

    private static bool IsOfThreading(INamedTypeSymbol type, string? inside) => (inside is null ? type.ContainingNamespace : type.ContainingNamespace?.ContainingNamespace) is
    {
        Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
    };

    /// <summary>Returns the type Exception, from the assembly that has the task of the method.</summary>
    private static ITypeSymbol? Exception(IMethodSymbol method) => method.ReturnType.ContainingAssembly.GetTypeByMetadataName("System.Exception");

    private static EventForm Form(INamedTypeSymbol e, ITypeSymbol? value)
    {
        if (value is not null && e.IsSameAs(value))
        {
            return EventForm.Itself;
        }

        var constructors = e.InstanceConstructors.Where(static one => !one.Parameters.IsEmpty).ToList();
        return value is not null && constructors.Exists(one => one is { Parameters.Length: 1, DeclaredAccessibility: Accessibility.Public }
            && one.Parameters[0].RefKind is RefKind.None or RefKind.In && one.Parameters[0].Type.IsSameAs(value))
                ? EventForm.Constructed
                : constructors.Count == 0 ? EventForm.Empty
                : EventForm.None;
    }
}
