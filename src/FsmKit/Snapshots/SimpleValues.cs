using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FsmKit;

/// <summary>
/// Types whose values a snapshot keeps without a JSON context. The rule FSM0051 has the same list, and a test keeps one value of each type.
/// </summary>
internal sealed class SimpleValues : IJsonTypeInfoResolver
{
    private static readonly SimpleValues Only = new();

    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = [];

    private SimpleValues()
    {
        AddClass(JsonMetadataServices.StringConverter);
        AddClass(JsonMetadataServices.ByteArrayConverter);
        Add(JsonMetadataServices.BooleanConverter);
        Add(JsonMetadataServices.CharConverter);
        Add(JsonMetadataServices.SByteConverter);
        Add(JsonMetadataServices.ByteConverter);
        Add(JsonMetadataServices.Int16Converter);
        Add(JsonMetadataServices.UInt16Converter);
        Add(JsonMetadataServices.Int32Converter);
        Add(JsonMetadataServices.UInt32Converter);
        Add(JsonMetadataServices.Int64Converter);
        Add(JsonMetadataServices.UInt64Converter);
        Add(JsonMetadataServices.SingleConverter);
        Add(JsonMetadataServices.DoubleConverter);
        Add(JsonMetadataServices.DecimalConverter);
        Add(JsonMetadataServices.DateTimeConverter);
        Add(JsonMetadataServices.DateTimeOffsetConverter);
        Add(JsonMetadataServices.DateOnlyConverter);
        Add(JsonMetadataServices.TimeOnlyConverter);
        Add(JsonMetadataServices.TimeSpanConverter);
        Add(JsonMetadataServices.GuidConverter);
        Options = new JsonSerializerOptions { TypeInfoResolver = this, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    }

    private JsonSerializerOptions Options { get; }

    /// <summary>Returns the JSON metadata of a simple type; null for any other type.</summary>
    public static JsonTypeInfo? Find(Type type) => Only._types.ContainsKey(type) ? Only.Options.GetTypeInfo(type) : null;

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => _types.TryGetValue(type, out var make) ? make(options) : null;

    private void AddClass<T>(JsonConverter<T?> converter)
        where T : class => _types.Add(typeof(T), options => JsonMetadataServices.CreateValueInfo<T?>(options, converter));

    private void Add<T>(JsonConverter<T> converter)
        where T : struct
    {
        _types.Add(typeof(T), options => JsonMetadataServices.CreateValueInfo<T>(options, converter));
        _types.Add(typeof(T?), options => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options)));
    }
}
