using System.CommandLine;

namespace FsmKit.Tool;

/// <summary>The command <c>draw</c>: prints the picture of a gclass.</summary>
internal static class DrawCommand
{
    public static Command Make()
    {
        var (source, name, configuration, output) = (Arguments.Source(), Arguments.GClass(), Arguments.Configuration(), Arguments.Output());
        var format = new Option<string>("--format", "-f")
        {
            Description = "mermaid, dot, svg or scxml. svg needs the program dot of Graphviz.",
            DefaultValueFactory = static _ => "mermaid",
        };
        format.AcceptOnlyFromAmong("mermaid", "dot", "svg", "scxml");
        var command = new Command("draw", "Draws a gclass, in Mermaid, DOT, SVG or SCXML.") { source, name, format, configuration, output };
        command.SetAction(parsed =>
        {
            using var assembly = MachineAssembly.Open(parsed.GetValue(source)!, parsed.GetValue(configuration)!);
            var machines = assembly.Find(parsed.GetValue(name));
            if (machines.Count > 1)
            {
                throw new ToolException($"There are {machines.Count} gclasses; name one: {string.Join(", ", machines.Select(static machine => machine.Name))}", ExitCodes.Usage);
            }

            Arguments.Write(parsed.GetValue(output), Draw(machines[0], parsed.GetValue(format)!));
            return ExitCodes.Success;
        });
        return command;
    }

    private static string Draw(Machine machine, string format) => format switch
    {
        "dot" => machine.ToDot(),
        "scxml" => machine.ToScxml(),
        "svg" => Graphviz.ToSvg(machine.ToDot()),
        _ => machine.ToMermaid(),
    };
}
