using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FsmKit.Testing.Fingerprints;

/// <summary>Finds the reader of a type, or creates it.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A field that was trimmed makes no difference to what the code does.")]
[UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "As above.")]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "As above.")]
[UnconditionalSuppressMessage("Trimming", "IL2071", Justification = "As above.")]
[UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "As above.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Where no code can be made at run time, PlainOf serves.")]
internal static class Readers
{
    private static readonly ConcurrentDictionary<Type, Reader> Known = new();
    private static readonly ConcurrentDictionary<Type, Reader> KnownPlain = new();

    /// <summary>Returns the reader of a type that uses generated code, or reflection where no code can be created.</summary>
    public static Reader Of(Type type) => RuntimeFeature.IsDynamicCodeSupported ? Known.GetOrAdd(type, static type => Make(type, isPlain: false)) : PlainOf(type);

    /// <summary>Returns the reader of a type that uses reflection.</summary>
    public static Reader PlainOf(Type type) => KnownPlain.GetOrAdd(type, static type => Make(type, isPlain: true));

    private static Reader Make(Type type, bool isPlain)
    {
        if (type.IsPrimitive || type.IsEnum)
        {
            return new NumberReader();
        }

        if (type == typeof(string))
        {
            return new TextReader();
        }

        if (type.IsValueType)
        {
            return isPlain ? new FieldsReader(PlainFields, hasIdentity: false) : Generic(typeof(BoxReader<>), type);
        }

        if (Surroundings.IsOne(type))
        {
            return new NothingReader();
        }

        if (typeof(GObj).IsAssignableFrom(type))
        {
            return new GObjReader(Fields(type, isPlain));
        }

        return type == typeof(LoopTimer) ? new TimerReader()
            : typeof(Delegate).IsAssignableFrom(type) ? new DelegateReader()
            : FieldList.IsCollection(type) ? Items(type, isPlain)
            : new FieldsReader(Fields(type, isPlain), hasIdentity: true);
    }

    private static Reader Items(Type type, bool isPlain)
    {
        if (isPlain)
        {
            return new AnyItemsReader();
        }

        if (type.IsSZArray)
        {
            return Generic(typeof(ArrayReader<>), type.GetElementType()!);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return Generic(typeof(ListReader<>), type.GetGenericArguments()[0]);
        }

        return type.GetInterfaces().Where(static one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>)).ToList() is [var only]
            ? Generic(typeof(ItemsReader<>), only.GetGenericArguments()[0])
            : new AnyItemsReader();
    }

    private static Reader Generic(Type reader, Type of) => (Reader)Activator.CreateInstance(reader.MakeGenericType(of))!;

    private static Action<Fingerprint, object> Fields(Type type, bool isPlain) => isPlain ? PlainFields : FieldCode.OfClass(type);

    private static void PlainFields(Fingerprint to, object value)
    {
        foreach (var field in FieldList.Of(value.GetType()))
        {
            to.AddObject(field.GetValue(value));
        }
    }
}
