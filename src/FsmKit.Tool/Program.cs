// The command fsmkit.
using System.CommandLine;
using FsmKit.Tool;

var root = new RootCommand("Describes, draws and checks the gclasses of a project or a compiled assembly, and creates projects.")
{
    DescribeCommand.Make(),
    DrawCommand.Make(),
    CheckCommand.Make(),
    NewCommand.Make(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    var command = parsed.CommandResult.Command == root ? "" : $" {parsed.CommandResult.Command.Name}";
    Console.Error.WriteLine($"fsmkit{command} --help explains the arguments.");
    return ExitCodes.Usage;
}

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (ToolException x)
{
    Console.Error.WriteLine(x.Message);
    return x.ExitCode;
}
catch (Exception x) when (x is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(x.Message);
    return ExitCodes.Failed;
}
