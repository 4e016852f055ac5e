namespace FsmKit.Analyzers;

/// <summary>What a diagnostic tells its fix beside its place.</summary>
internal static class DiagnosticProperties
{
    /// <summary>FSM0007: the full names of the events that the state does not answer, joined with <see cref="Separator"/>.</summary>
    public const string Events = "Events";

    /// <summary>FSM0005: present when there is no method of that name, so that one can be added.</summary>
    public const string Missing = "Missing";

    /// <summary>Occurs in no type name.</summary>
    public const char Separator = '|';
}
