using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FsmKit.Generators.Tests;

/// <summary>Puts a snapshot in the place of a gobj, through JSON text.</summary>
public static class Restored
{
    /// <summary>Ends the gobj, and returns another one that goes on from its snapshot, with an equal description.</summary>
    public static T Again<T>(T gobj, Func<MachineSnapshot, MachineSnapshot>? change = null)
        where T : GObj, new()
    {
        ArgumentNullException.ThrowIfNull(gobj);
        var (parent, text, before) = (gobj.Parent!, gobj.Snapshot(children: true).ToJson(), gobj.Describe(recursive: true).ToText());
        gobj.Destroy();
        var snapshot = MachineSnapshot.FromJson(text);
        Assert.Equal(text, snapshot.ToJson());
        var restored = parent.Restore<T>(change is null ? snapshot : change(snapshot));
        if (change is null)
        {
            Assert.Equal(before, restored.Describe(recursive: true).ToText());
        }

        return restored;
    }

    /// <summary>The text of the exception with which a snapshot cannot be taken or does not fit.</summary>
    public static string Unfit(Action action) => Assert.Throws<MachineSnapshotException>(action).Message;
}

/// <summary>A JSON context for snippets, in which the generator of System.Text.Json does not run.</summary>
public sealed class ReflectedJson() : JsonSerializerContext(null)
{
    /// <summary>Another one each time: none keeps the types of a snippet.</summary>
    public static ReflectedJson Default => new();

    /// <inheritdoc/>
    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    /// <inheritdoc/>
    public override JsonTypeInfo? GetTypeInfo(Type type) => JsonSerializerOptions.Default.GetTypeInfo(type);
}
