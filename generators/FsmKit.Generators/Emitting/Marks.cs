using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// The attributes by which tools tell generated members from the author's: those that judge code, and those that count what tests cover. They
/// stand on the members: on the class they would be about the author's own lines too.
/// </summary>
internal static class Marks
{
    // The compiler lets only what is obsolete itself name what is obsolete by error.
    private const string Obsolete = "global::System.Obsolete";

    public static string OfMember(MachineModel model) =>
        $"[{Generated(model)}, {model.Prefix}{Aliases.NotCounted}{(model.IsObsolete ? ", " + Obsolete : "")}]";

    public static string OfField(MachineModel model) => $"[{Generated(model)}]";

    private static string Generated(MachineModel model) => $"{model.Prefix}{Aliases.Generated}(\"{KnownNames.Tool}\", null)";
}
