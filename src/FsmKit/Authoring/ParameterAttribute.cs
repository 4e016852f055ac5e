namespace FsmKit;

/// <summary>
/// Declares a partial property as a parameter of the gclass. The initializer of the property is the default. Each write is validated.
/// Settings (<see cref="GAplicOptions.Settings"/>) can set the parameter by its name.
/// </summary>
/// <remarks>The description of the parameter is the summary of the property, unless <see cref="Description"/> replaces it.</remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>Description of the parameter for the users that configure the gobj. Default null: the summary of the property.</summary>
    public string? Description { get; set; }

    /// <summary>
    /// Name of a method <c>bool V(T value)</c> of the gclass. A value for which the method returns false is rejected with a
    /// <see cref="ParameterException"/>. Default null: no validation.
    /// </summary>
    public string? Validate { get; set; }

    /// <summary>
    /// Name of a method <c>T C(T value)</c> of the gclass that normalizes a value before validation. Default null: no normalization.
    /// </summary>
    public string? Coerce { get; set; }

    /// <summary>
    /// Whether <see cref="GAplic.ReloadSettings"/> writes a changed setting into existing gobjs. Set true if the gclass reads the parameter
    /// at each use or has a setter of its own. Default false: the new value reaches only gobjs that are created later.
    /// </summary>
    public bool Reload { get; set; }
}
