using Microsoft.CodeAnalysis;

namespace FsmKit.Generators;

/// <summary>FSM0023: an exception inside the generator. Only the gclass that it is about loses its part.</summary>
/// <param name="GClass">The full name of the gclass.</param>
/// <param name="Exception">The type of the exception.</param>
/// <param name="Message">Its message, in one line.</param>
internal sealed record GeneratorFault(string GClass, string Exception, string Message)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "FSM0023";

    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "The generator reads every gclass",
        "FsmKit could not generate the part of '{0}', which is a fault of FsmKit: report it with the source of the gclass and this line ({1}: {2}); the other gclasses have their parts",
        "FsmKit",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An exception inside the generator leaves one gclass without its generated part. What the compiler says besides about that gclass follows from it.",
        helpLinkUri: $"https://github.com/fsmkit/fsmkit/blob/main/docs/diagnostics/{Id}.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static GeneratorFault Of(string gclass, Exception exception) =>
        new(gclass, exception.GetType().FullName ?? exception.GetType().Name, string.Join(" ", exception.Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Returns the diagnostic. It has no location, so that an edit near the gclass changes nothing.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location.None, GClass, Exception, Message);
}
