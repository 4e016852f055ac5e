using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FsmKit;

/// <summary>
/// Converts values of a gclass to and from JSON, with the context of the gclass or as simple values. The message of an exception names the value.
/// </summary>
internal static class SnapshotText
{
    public static SnapshotValue Write<T>(GObj gobj, JsonSerializerContext? context, string what, T value)
    {
        var type = TypeOf<T>(gobj, context, what);
        try
        {
            return new SnapshotValue(JsonSerializer.Serialize(value, type));
        }
        catch (Exception x)
        {
            throw new MachineSnapshotException($"{gobj} cannot keep {what}: its {typeof(T).Name} could not be written as JSON: {x.Message}", x);
        }
    }

    public static T Read<T>(GObj gobj, JsonSerializerContext? context, string what, SnapshotValue value)
    {
        var type = TypeOf<T>(gobj, context, what);
        try
        {
            return JsonSerializer.Deserialize(value.Json, type)!;
        }
        catch (Exception x)
        {
            throw new MachineSnapshotException(
                $"In the snapshot, {what} of {gobj} is {Short(value.Json)}, which is no {TypeText.Of(typeof(T))}: {x.Message} Where its type was changed, raise the version of "
                + $"{gobj.Machine.Name} and bring old snapshots into the new shape in its Migrate method.",
                x);
        }
    }

    public static MachineSnapshotException Missing(GObj gobj, string what) => new(
        $"The snapshot has nothing for {what} of {gobj}. Where it is new, raise the version of {gobj.Machine.Name} and add a value for it in its Migrate method, "
        + "as in old.Keep(\"name\", \"0\").");

    private static string Short(string? json) => json is null ? "nothing" : json.Length <= 60 ? json : json[..57] + "...";

    private static JsonTypeInfo<T> TypeOf<T>(GObj gobj, JsonSerializerContext? context, string what) =>
        (JsonTypeInfo<T>?)(context?.GetTypeInfo(typeof(T)) ?? SimpleValues.Find(typeof(T))) ?? throw new MachineSnapshotException(
            $"{gobj} cannot keep {what}: nothing says how a {TypeText.Of(typeof(T))} stands in JSON. "
            + (context is null
                ? $"Name a JSON context that has [JsonSerializable(typeof({TypeText.Of(typeof(T))}))], "
                + $"as in [GClass(Json = typeof({gobj.Machine.Name}Json))] on {gobj.Machine.Name}."
                : $"Add [JsonSerializable(typeof({TypeText.Of(typeof(T))}))] to {TypeText.Of(context.GetType())}."));
}
