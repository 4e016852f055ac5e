namespace FsmKit;

/// <summary>
/// Makes a partial property a parameter of the gclass: typed, with the initializer as its default, checked on every write, and reachable by
/// name from settings.
/// </summary>
/// <remarks>The description is the property's summary, unless <see cref="Description"/> says otherwise.</remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>One sentence for whoever configures the gobj.</summary>
    public string? Description { get; set; }

    /// <summary>A method <c>bool V(T value)</c> of the gclass; a value for which it is false is rejected with a <see cref="ParameterException"/>.</summary>
    public string? Validate { get; set; }

    /// <summary>A method <c>T C(T value)</c> of the gclass that brings a value into its normal form before it is validated.</summary>
    public string? Coerce { get; set; }
}
