// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class SecurityQuestionId {
    public static final String FIRST_PET = "first-pet";
    public static final String BIRTH_CITY = "birth-city";
    public static final String FIRST_SCHOOL = "first-school";
    public static final String MOTHER_MAIDEN_NAME = "mother-maiden-name";
    public static final String CHILDHOOD_STREET = "childhood-street";
    public static final String FIRST_CAR = "first-car";
    public static final String FAVOURITE_TEACHER = "favourite-teacher";
    public static final String FIRST_CONCERT = "first-concert";

    private SecurityQuestionId() {}
}
