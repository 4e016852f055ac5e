namespace FsmKit;

/// <summary>Declares an action that runs each time the state is left, before the state changes.</summary>
/// <param name="action">Name of a method <c>void Ac()</c>.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class ExitAttribute(string action) : Attribute
{
    /// <summary>Name of the method to run.</summary>
    public string Action { get; } = action;
}
