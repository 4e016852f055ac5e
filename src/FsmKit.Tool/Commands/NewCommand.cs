using System.CommandLine;

namespace FsmKit.Tool;

/// <summary>The command <c>new</c>: creates a project from a template of FsmKit.Templates.</summary>
internal static class NewCommand
{
    private static readonly string[] Templates = ["gclass", "console", "tcp-server", "http-server", "aspnet"];

    public static Command Make()
    {
        var template = new Argument<string>("template") { Description = $"One of: {string.Join(", ", Templates)}." };
        template.AcceptOnlyFromAmong(Templates);
        var name = new Argument<string>("name") { Description = "Name of the project or gclass." };
        var output = new Option<string?>("--output", "-o") { Description = "Folder to write. The name when it is left out; the current folder for a gclass." };
        var command = new Command("new", "Creates a project, or a gclass, from a template.") { template, name, output };
        command.SetAction(parsed =>
        {
            Dotnet.Run("new", "install", "FsmKit.Templates", "--force");
            var kind = parsed.GetValue(template)!;
            var folder = parsed.GetValue(output) ?? (kind == "gclass" ? "." : parsed.GetValue(name)!);
            Console.Write(Dotnet.Run("new", $"fsmkit-{kind}", "-n", parsed.GetValue(name)!, "-o", folder));
            return ExitCodes.Success;
        });
        return command;
    }
}
