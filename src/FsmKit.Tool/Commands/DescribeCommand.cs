using System.CommandLine;

namespace FsmKit.Tool;

/// <summary>The command <c>describe</c>: prints the tables of gclasses.</summary>
internal static class DescribeCommand
{
    public static Command Make()
    {
        var (source, name, json, configuration, output) = (Arguments.Source(), Arguments.GClass(), Arguments.Json(), Arguments.Configuration(), Arguments.Output());
        var isMarkdown = new Option<bool>("--markdown") { Description = "Print Markdown, with a picture in Mermaid." };
        var command = new Command("describe", "Prints the states, events and rows of gclasses.") { source, name, json, isMarkdown, configuration, output };
        command.SetAction(parsed =>
        {
            using var assembly = MachineAssembly.Open(parsed.GetValue(source)!, parsed.GetValue(configuration)!);
            var machines = assembly.Find(parsed.GetValue(name));
            var text = parsed.GetValue(json) ? $"[{string.Join(",\n", machines.Select(static machine => machine.ToJson().Trim()))}]"
                : string.Join('\n', machines.Select(machine => parsed.GetValue(isMarkdown) ? machine.ToMarkdown() : machine.ToText()));
            Arguments.Write(parsed.GetValue(output), text);
            return ExitCodes.Success;
        });
        return command;
    }
}
