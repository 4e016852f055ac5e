namespace FsmKit.Generators.Model;

/// <summary>Ways to read a parameter from text.</summary>
internal enum ParameterForm
{
    /// <summary>Not readable from text: a gobj, a delegate.</summary>
    None,
    Text,
    Bool,
    Enum,
    Parsable,
    List,
}

/// <summary>Parameter of a gclass: a partial property.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Type">Full name of its type, for code.</param>
/// <param name="TypeText">Its type, for people.</param>
/// <param name="Form">The way to read the value from text.</param>
/// <param name="TextType">Full name of the type to parse: that of the property, of its items, or without its <c>?</c>.</param>
/// <param name="IsNullable">Whether the value can be null.</param>
/// <param name="IsOblivious">Whether nullability is off where the type is written.</param>
/// <param name="IsOwn">Whether the author wrote the accessors.</param>
/// <param name="DefaultText">Text of its initialiser in the source.</param>
/// <param name="Description">Description in one sentence.</param>
/// <param name="Modifiers">Accessibility and other modifiers of the declaration.</param>
/// <param name="Getter">Accessibility of the getter when it differs, and the word <c>get</c>.</param>
/// <param name="SetterModifiers">Accessibility of the setter when it differs, and the word <c>set</c> or <c>init</c>; empty without a setter.</param>
/// <param name="Validate">The method that validates a value; null without one.</param>
/// <param name="Coerce">The method that normalises a value; null without one.</param>
/// <param name="Reloads">True when changed settings reach a gobj that exists.</param>
internal sealed record ParameterModel(
    string Name, string Type, string TypeText, ParameterForm Form, string TextType, bool IsNullable, bool IsOblivious, bool IsOwn,
    string DefaultText, string Description, string Modifiers, string Getter, string SetterModifiers, string? Validate, string? Coerce, bool Reloads);
