using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FsmKit.Testing.Fingerprints;

/// <summary>Creates code that adds the fields of a type to a fingerprint, each by its own type. Reflection would box each value.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Used only where code can be made at run time, which no trimmed program of tests forbids.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "As above: Readers asks for RuntimeFeature.IsDynamicCodeSupported.")]
internal static class FieldCode
{
    private static readonly MethodInfo Word = Method(nameof(Fingerprint.Add));
    private static readonly MethodInfo Number = Method(nameof(Fingerprint.AddNumber));
    private static readonly MethodInfo Real = Method(nameof(Fingerprint.AddReal));
    private static readonly MethodInfo Text = Method(nameof(Fingerprint.AddText));
    private static readonly MethodInfo Object = Method(nameof(Fingerprint.AddObject));

    /// <summary>Creates code that adds the fields of a class.</summary>
    public static Action<Fingerprint, object> OfClass(Type type)
    {
        var method = new DynamicMethod($"Fields of {type.Name}", null, [typeof(Fingerprint), typeof(object)], typeof(FieldCode).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        AddFields(code, type, () => code.Emit(OpCodes.Ldarg_1));
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Action<Fingerprint, object>>();
    }

    /// <summary>Creates code that adds a value.</summary>
    public static AddItem<T> OfValue<T>()
    {
        var method = new DynamicMethod($"Value of {typeof(T).Name}", null, [typeof(Fingerprint), typeof(T).MakeByRefType()], typeof(FieldCode).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        Add(code, typeof(T), () => code.Emit(OpCodes.Ldarg_1), () =>
        {
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Ldobj, typeof(T));
        });
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<AddItem<T>>();
    }

    private static void AddFields(ILGenerator code, Type type, Action loadOwner)
    {
        foreach (var field in FieldList.Of(type))
        {
            void Load(OpCode how)
            {
                loadOwner();
                code.Emit(how, field);
            }

            Add(code, field.FieldType, () => Load(OpCodes.Ldflda), () => Load(OpCodes.Ldfld));
        }
    }

    private static void Add(ILGenerator code, Type type, Action loadAddress, Action load)
    {
        type = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        if (type == typeof(nint) || type == typeof(nuint))
        {
            return; // Addresses differ between equal states.
        }

        if (type.GetCustomAttribute<InlineArrayAttribute>() is { } inline)
        {
            code.Emit(OpCodes.Ldarg_0);
            loadAddress();
            code.Emit(OpCodes.Ldc_I4, inline.Length);
            code.Emit(OpCodes.Call, typeof(FieldCode).GetMethod(nameof(AddInline), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type, FieldList.Of(type)[0].FieldType));
        }
        else if (type is { IsValueType: true, IsPrimitive: false })
        {
            AddFields(code, type, loadAddress);
        }
        else
        {
            code.Emit(OpCodes.Ldarg_0);
            load();
            AddLoaded(code, type);
        }
    }

    private static void AddLoaded(ILGenerator code, Type type)
    {
        if (type == typeof(float))
        {
            code.Emit(OpCodes.Conv_R8);
        }

        code.Emit(OpCodes.Call, !type.IsPrimitive ? type == typeof(string) ? Text : Object
            : type == typeof(long) || type == typeof(ulong) ? Word
            : type == typeof(double) || type == typeof(float) ? Real
            : Number);
    }

    private static void AddInline<TBuffer, T>(Fingerprint to, ref TBuffer buffer, int length) =>
        Item<T>.AddAll(to, MemoryMarshal.CreateSpan(ref Unsafe.As<TBuffer, T>(ref buffer), length));

    private static MethodInfo Method(string name) => typeof(Fingerprint).GetMethod(name)!;
}
