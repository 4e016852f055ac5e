namespace FsmKit.Generators.Model;

/// <summary>How text becomes a value of a parameter's type.</summary>
internal enum ParameterForm
{
    /// <summary>It does not: a gobj, a delegate.</summary>
    None,
    Text,
    Bool,
    Enum,
    Parsable,
    List,
}

/// <summary>A parameter: a partial property.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its full type, for code.</param>
/// <param name="TypeText">Its type, for people.</param>
/// <param name="Form">How text becomes a value.</param>
/// <param name="TextType">The full type that is parsed: that of the property, of its items, or below its <c>?</c>.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="IsOblivious">Whether the author wrote the type where nullability is off.</param>
/// <param name="IsOwn">Whether the author has written the accessors.</param>
/// <param name="DefaultText">Its initializer as it stands in the source.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Modifiers">Accessibility and other modifiers of the declaration.</param>
/// <param name="Getter">Accessibility of the getter when it differs, and the word <c>get</c>.</param>
/// <param name="SetterModifiers">Accessibility of the setter when it differs, and the word <c>set</c> or <c>init</c>; empty without a setter.</param>
/// <param name="Validate">The method that says whether a value is valid, or null.</param>
/// <param name="Coerce">The method that normalises a value, or null.</param>
/// <param name="Reloads">Whether settings that change reach a gobj that exists.</param>
internal sealed record ParameterModel(
    string Name, string Type, string TypeText, ParameterForm Form, string TextType, bool IsNullable, bool IsOblivious, bool IsOwn,
    string DefaultText, string Description, string Modifiers, string Getter, string SetterModifiers, string? Validate, string? Coerce, bool Reloads);
