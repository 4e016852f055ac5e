using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Tests.Remembering;

/// <summary>A program that is edited at random: its files, which of them there are, its settings, the library that it references as source or compiled.</summary>
internal sealed class EditedProgram
{
    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private readonly Random _random;
    private readonly List<EditedFile> _files = [.. EditedSources.Files()];
    private readonly List<EditedFile> _removed = [];
    private readonly EditedFile _library = new("Library", EditedSources.Library);
    private CSharpCompilation _program;
    private CSharpCompilation _referenced;
    private MetadataReference _reference;

    public EditedProgram(int seed)
    {
        _random = new Random(seed);
        _referenced = CSharpCompilation.Create("Library", [_library.Tree], TestCompilation.References, Options);
        _reference = _referenced.ToMetadataReference();
        _program = CSharpCompilation.Create("Snippet", _files.Select(static file => file.Tree), [.. TestCompilation.References, _reference], Options);
    }

    public CSharpCompilation Compilation => _program;

    /// <summary>One edit.</summary>
    /// <returns>Text of the edit.</returns>
    public string Edit() => _random.Next(50) switch
    {
        0 => Remove(),
        1 => Restore(),
        2 => With(_program.Options.WithOverflowChecks(!_program.Options.CheckOverflow), "overflow checks"),
        3 => With(_program.Options.WithNullableContextOptions(_program.Options.NullableContextOptions ^ NullableContextOptions.Enable), "nullable types"),
        4 => Reference(_library.Edit(_random.Next(_library.Places), _random), isSource: true),
        5 => Reference(_library.Edit(_random.Next(_library.Places), _random), isSource: false),
        6 or 7 or 8 => Compiled(),
        9 => Order(),
        10 => Language(),
        _ => EditFile(),
    };

    private string EditFile()
    {
        // Each place is as likely as every other.
        var place = _random.Next(_files.Sum(static file => file.Places));
        foreach (var file in _files)
        {
            if (place < file.Places)
            {
                var before = file.Tree;
                var done = file.Edit(place, _random);
                _program = _program.ReplaceSyntaxTree(before, file.Tree);
                return done;
            }

            place -= file.Places;
        }

        return "nothing";
    }

    private string Remove()
    {
        var file = _files[_random.Next(_files.Count)];
        _files.Remove(file);
        _removed.Add(file);
        _program = _program.RemoveSyntaxTrees(file.Tree);
        return $"{file.Name} is gone";
    }

    private string Restore()
    {
        if (_removed.Count == 0)
        {
            return EditFile();
        }

        foreach (var file in _removed)
        {
            _files.Add(file);
            _program = _program.AddSyntaxTrees(file.Tree);
        }

        _removed.Clear();
        return "what was gone is back";
    }

    private string With(CSharpCompilationOptions options, string what)
    {
        _program = _program.WithOptions(options);
        return $"{what} are turned";
    }

    private string Reference(string edit, bool isSource)
    {
        var before = _reference;
        _referenced = _referenced.ReplaceSyntaxTree(_referenced.SyntaxTrees[0], _library.Tree);
        using var image = new MemoryStream();
        _reference = !isSource && _referenced.Emit(image).Success ? MetadataReference.CreateFromImage(image.ToArray()) : _referenced.ToMetadataReference();
        _program = _program.ReplaceReference(before, _reference);
        return $"{edit}, the library is {(_reference is CompilationReference ? "source" : "compiled")}";
    }

    /// <summary>Edits the library. A compiled library stays compiled.</summary>
    private string Compiled() => Reference(_library.Edit(_random.Next(_library.Places), _random), _reference is CompilationReference);

    private string Order()
    {
        var first = _files[_random.Next(_files.Count)];
        _program = _program.RemoveSyntaxTrees(first.Tree).AddSyntaxTrees(first.Tree);
        return $"{first.Name} is the last";
    }

    private string Language()
    {
        var now = (CSharpParseOptions)_files[0].Tree.Options;
        var options = now.WithPreprocessorSymbols(now.PreprocessorSymbolNames.Any() ? Array.Empty<string>() : ["MORE"]);
        foreach (var file in _files.Concat(_removed))
        {
            var before = file.Tree;
            file.Edit(options);
            _program = _program.ContainsSyntaxTree(before) ? _program.ReplaceSyntaxTree(before, file.Tree) : _program;
        }

        return "a symbol is turned";
    }
}
