using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Attributes that mark generated members, for tools that judge code or measure coverage, and for debuggers: a step into a Send ends in the
/// action. They are on the members, because on the class they would also apply to the code of the author.
/// </summary>
internal static class Marks
{
    // Only a member that is itself obsolete may name a type that is obsolete by error.
    private const string Obsolete = "global::System.Obsolete";

    public static string OfMember(MachineModel model) =>
        $"[{Generated(model)}, {model.Prefix}{Aliases.NotCounted}, {model.Prefix}{Aliases.NotUsers}{(model.IsObsolete ? ", " + Obsolete : "")}]";

    public static string OfField(MachineModel model) => $"[{Generated(model)}]";

    private static string Generated(MachineModel model) => $"{model.Prefix}{Aliases.Generated}(\"{KnownNames.Tool}\", null)";
}
