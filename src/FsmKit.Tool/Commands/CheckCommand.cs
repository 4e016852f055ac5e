using System.CommandLine;
using System.Text.Json;

namespace FsmKit.Tool;

/// <summary>The command <c>check</c>: compares gclasses with their reviewed tables.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var (source, json, configuration) = (Arguments.Source(), Arguments.Json(), Arguments.Configuration());
        var tables = new Option<DirectoryInfo?>("--tables") { Description = "Folder with the files Name.table.md. The folder of the project when it is left out." };
        var accept = new Option<bool>("--accept") { Description = "Write the tables as they are now into the files that differ." };
        var command = new Command("check", "Compares gclasses with the reviewed tables Name.table.md. Exit code 1 when one differs.") { source, tables, accept, json, configuration };
        command.SetAction(parsed =>
        {
            using var assembly = MachineAssembly.Open(parsed.GetValue(source)!, parsed.GetValue(configuration)!);
            var results = ReviewedTables.Compare(parsed.GetValue(tables)?.FullName ?? assembly.Folder, assembly.Find(null), parsed.GetValue(accept));
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(results.Select(static result => new { file = result.File, gclass = result.GClass, result = result.Outcome })));
            }
            else
            {
                foreach (var (file, gclass, outcome) in results)
                {
                    Console.WriteLine($"{outcome,-9} {gclass,-24} {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
                }
            }

            if (results.Count == 0)
            {
                throw new ToolException("There is no file Name.table.md to compare with. fsmkit describe shows the gclasses.", ExitCodes.Found);
            }

            return results.Any(static result => result.Outcome is ReviewedTables.Differs or ReviewedTables.Stray) ? ExitCodes.Found : ExitCodes.Success;
        });
        return command;
    }
}
