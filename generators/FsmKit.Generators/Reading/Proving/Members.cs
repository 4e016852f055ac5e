using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FsmKit.Generators.Reading.Proving;

/// <summary>Judges called members: those of .NET by the table, those of GObj by name, those of the author by reading them.</summary>
internal sealed class Members(INamedTypeSymbol gclass, OwnCode own, RuntimeMembers runtime)
{
    public bool AreHarmless(ISymbol? member, IOperation? receiver, IEnumerable<IArgumentOperation>? arguments = null)
    {
        if (member?.ContainingType is not { } type || member is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke })
        {
            return false;
        }

        // A local function is judged as a part of the method around it.
        if (member is IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            return true;
        }

        if (RuntimeTypes.Declares(type))
        {
            return runtime.IsHarmless(member, receiver, arguments ?? []);
        }

        if (type.IsGObj())
        {
            return HarmlessOfGObj.Names.Contains(member.Name);
        }

        if (own.Has(type))
        {
            return (type.IsValueType || !(member.IsVirtual || member.IsAbstract || member.IsOverride)) && Follow(member);
        }

        return type.IsValueType && !own.IsHere(type) && IsForeignAndHarmless(member);
    }

    /// <summary>Whether the code that runs before the first read of a static field is harmless.</summary>
    public bool MayBeTouched(INamedTypeSymbol type) =>
        RuntimeTypes.Declares(type) || (own.IsHere(type) ? own.Begin(type) : ForeignTypes.HasQuietFields(type));

    /// <summary>Whether the text of a value comes from .NET or FsmKit alone. The text of a gobj is its gclass and its name.</summary>
    public bool HasOwnText(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true, OperatorMethod: null, Type.SpecialType: SpecialType.System_Object } conversion)
        {
            value = conversion.Operand;
        }

        return value.ConstantValue is { HasValue: true, Value: null } || RuntimeTypes.HasOwnText(value.Type) || (value is IInstanceReferenceOperation && gclass.IsSealed);
    }

    private bool Follow(ISymbol member) => member switch
    {
        IMethodSymbol method => own.Follow(method),
        IPropertySymbol property => own.Follow(property),
        _ => false,
    };

    /// <summary>
    /// Whether a member of a struct of another project is harmless: a property that keeps a value or, for the events of FsmKit, a
    /// constructor.
    /// </summary>
    private static bool IsForeignAndHarmless(ISymbol member) => member switch
    {
        IPropertySymbol property => IsKept(property.GetMethod) && IsKept(property.SetMethod) && ForeignTypes.IsQuietWhenUsed(property.ContainingType),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.IsImplicitlyDeclared
            || constructor.ContainingAssembly.Name is KnownNames.Namespace or KnownNames.Namespace + ".Net" or KnownNames.Namespace + ".Http",
        _ => false,
    };

    private static bool IsKept(IMethodSymbol? accessor) =>
        accessor is null || accessor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");
}
