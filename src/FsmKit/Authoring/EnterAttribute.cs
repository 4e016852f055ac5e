namespace FsmKit;

/// <summary>Declares an action that runs each time the state is entered, after the action of the row that led there.</summary>
/// <param name="action">Name of a method <c>void Ac()</c>.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class EnterAttribute(string action) : Attribute
{
    /// <summary>Name of the method to run.</summary>
    public string Action { get; } = action;
}
