using System.CommandLine;

namespace FsmKit.Tool;

/// <summary>Arguments that several commands have.</summary>
internal static class Arguments
{
    public static Argument<string> Source() => new("source")
    {
        Description = "A project, a folder with one project, or a compiled assembly. A project is built first.",
        DefaultValueFactory = static _ => ".",
    };

    public static Argument<string?> GClass() => new("gclass")
    {
        Description = "Name of a gclass, with or without its namespace. All gclasses when it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };

    public static Option<string> Configuration() => new("--configuration", "-c")
    {
        Description = "Configuration in which a project is built.",
        DefaultValueFactory = static _ => "Debug",
    };

    public static Option<FileInfo?> Output() => new("--output", "-o") { Description = "File to write. Standard output when it is left out." };

    public static void Write(FileInfo? file, string text)
    {
        if (file is null)
        {
            Console.Out.Write(text.EndsWith('\n') ? text : text + "\n");
        }
        else
        {
            File.WriteAllText(file.FullName, text);
        }
    }
}
